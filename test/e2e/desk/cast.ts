/**
 * Who writes on the stage, by network. Nobody else speaks for them: a question of theirs that still waited on a private
 * line would keep that line, and what they write back would rightly come to it instead of to what the test began.
 */
export const CAST = {
  facebook: 'moragsinclair',
  messenger: 'jonasreinhardt',
  email: 'katrinvollmer',
  bluesky: 'kwamehikes',
} as const;
