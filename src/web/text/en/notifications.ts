/** What calls somebody: the bell, its list, and what the browser shows. */
export const notifications = {
  'bell.open': '{count, plural, =0 {Notices} one {Notices, # unread} other {Notices, # unread}}',
  'bell.title': 'Notices',
  'bell.readAll': 'All read',
  'bell.none': 'Nothing calls you',
  'bell.noneAbout':
    'Mentions, what is given to you, new messages in what is yours, and what falls due are listed here.',
  'bell.more': 'Show earlier ones',
  'bell.settings': 'What calls you',
  'bell.what': 'The notices',
  'bell.loading': 'Loading notices',
  'bell.unread': 'Unread',
  'bell.ask': 'Be called while you look elsewhere',
  'bell.askAbout':
    'The browser can show a short notice when this page is not in front. Nothing is shown during your quiet hours.',
  'bell.allow': 'Allow',
  'bell.notNow': 'Not now',
  'bell.denied':
    'The browser does not allow it. It can be changed beside the address of this page. Everything still comes to this list.',
  'notice.mention': '{actor} mentioned you',
  'notice.assigned': '{actor} gave you {person}',
  'notice.new_message': '{person} wrote',
  'notice.inbox_alert': 'Something is wrong with {inbox}',
  'notice.webhook_off': 'A webhook was switched off',
  'notice.waiting': '{person} waits',
  'notice.task': 'A task is due: {person}',
  'notice.promise_due': 'A promise falls due: {person}',
  'notice.opened_and_left': 'Opened and left: {person}',
  'notice.send_failed': 'Not sent: {person}',
  'notice.someone': 'Somebody',
  'notice.open': 'Open',
} as const;
