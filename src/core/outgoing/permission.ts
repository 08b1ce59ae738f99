import type { Act } from '../access/role.ts';
import type { OutgoingKind } from '../channel/outgoing.ts';

/** What somebody must be allowed to do before they may ask for this on a network. */
export function actNeededFor(kind: OutgoingKind): Act {
  switch (kind) {
    case 'publish':
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
