import type { Right } from '../access/inbox-rights.ts';
import type { Act } from '../access/role.ts';

/** What somebody must be allowed to do before they may ask for this on a network. */
export function actNeededFor(kind: string): Act {
  switch (kind) {
    case 'publish':
    case 'quote':
      return 'posts.publish';
    case 'hide':
    case 'unhide':
      return 'messages.hide';
    case 'delete':
      return 'messages.delete';
    default:
      return 'messages.send';
  }
}

/** And on the inbox that it goes out of: to answer is one thing, to change what the world sees another. */
export function rightNeededFor(kind: string): Right {
  return kind === 'reply' || kind === 'private_reply' ? 'answer' : 'act';
}
