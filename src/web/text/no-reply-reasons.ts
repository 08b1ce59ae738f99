import type { TextKey } from './t.ts';

/** Why nothing is answered, as it is usually said. */
export const NO_REPLY_REASONS: readonly TextKey[] = [
  'noReply.thanks',
  'noReply.spam',
  'noReply.notForUs',
  'noReply.solved',
  'noReply.duplicate',
];
