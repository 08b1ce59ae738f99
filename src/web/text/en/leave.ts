/** The page between the desk and where a customer's link leads. */
export const leave = {
  'leave.title': 'This link leads out of the desk',
  'leave.about': 'A customer sent it. Read where it goes before you follow it.',
  'leave.address': 'The whole address',
  'leave.go': 'Open {host}',
  'leave.goAnyway': 'Open it anyway',
  'leave.stay': 'Stay here',
  'leave.copy': 'Copy the address',
  'leave.quiet': 'Nothing unusual about this address. The page behind it was not looked at.',
  'leave.private': 'The page does not learn where you come from.',
  'leave.careful': 'Look twice',
  'leave.none': 'This is no link to a page',
  'leave.noneAbout': 'What was sent cannot be opened from here. Ask the customer what they meant.',
  'leave.desk': 'Back to the desk',
  'leave.warn.not_encrypted': 'The connection is not encrypted (http). Type no password and no card number there.',
  'leave.warn.name_before_at':
    'What stands before the @ ({name}) is only a name for signing in. The page is the one after the @.',
  'leave.warn.bare_address': 'It names a machine by its number instead of its name. Shops and banks do not do that.',
  'leave.warn.own_network':
    'It leads to this computer or into your own network. A customer has no reason to send that.',
  'leave.warn.other_script': 'The name is written in another script: {reads}',
  'leave.warn.mixed_scripts': 'The name mixes letters of several alphabets: {reads}',
  'leave.warn.looks_like': 'It looks like {other}, but is not: some letters are of another alphabet.',
  'leave.warn.domain_in_front': 'It begins with {front}, but belongs to {real}. What counts is the end of the name.',
  'leave.warn.odd_port': 'It uses an unusual port ({port}).',
  'leave.warn.hidden_letters': 'It holds invisible letters, or letters that turn the direction of reading.',
} as const;
