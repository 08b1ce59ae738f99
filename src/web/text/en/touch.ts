/** What only a phone says: its bar, and the desk as an app of its own. */
export const touch = {
  'bar.desk': 'Desk',
  'bar.search': 'Search',
  'bar.notices': 'Notices',
  'bar.more': 'More',
  'more.title': 'Everything else',
  'more.find': 'Find a command, a person, a list',
  'more.guide': 'The guide, step by step',

  'away.title': 'Earshot is out of reach',
  'away.offline': 'This device is not online. The desk comes back by itself when it is.',
  'away.server': 'This device is online, but Earshot does not answer. It is tried again every few seconds.',
  'away.kept': 'Nothing that customers wrote is kept on this device. What you were writing is.',
} as const;
