/** Networks that people ask for and that let no desk in, with the reason. Read 2026-11. */
export const NOT_CONNECTED: readonly { readonly name: string; readonly why: string }[] = [
  {
    name: 'Pinterest',
    why: 'Its API (version 5, December 2025) has no call that reads or writes comments, mentions or messages.',
  },
  {
    name: 'Snapchat',
    why: 'Its Public Profile API is for chosen partners, for posting and figures; comments and messages are not open.',
  },
  {
    name: 'Medium',
    why: 'Its API has been closed to new integrations since 2023.',
  },
];
