import type { Capabilities } from '../channel/capabilities.ts';

const ACTS = ['like', 'unlike', 'repost', 'unrepost', 'quote', 'hide', 'unhide', 'edit', 'delete'] as const;
export type ActOnMessage = (typeof ACTS)[number];

/**
 * What the network lets us do with one message as it stands now. An act and its undoing are never offered together.
 * @param allows what the account may do with just this one; absent: everything
 */
export function actsOn(
  message: {
    readonly direction: 'inbound' | 'outbound' | 'note';
    readonly isOnNetwork: boolean;
    readonly isDeleted: boolean;
    readonly isHidden: boolean;
    /** Acts of ours that hold: `like`, `repost`. */
    readonly standing: ReadonlySet<string>;
  },
  capabilities: Capabilities | undefined,
  allows: (act: ActOnMessage) => boolean = () => true,
): readonly ActOnMessage[] {
  if (!message.isOnNetwork || message.isDeleted || message.direction === 'note') return [];
  const side = message.direction === 'inbound' ? 'theirs' : 'ours';
  const isTurned: Partial<Record<ActOnMessage, boolean>> = {
    like: !message.standing.has('like'),
    unlike: message.standing.has('like'),
    repost: !message.standing.has('repost'),
    unrepost: message.standing.has('repost'),
    hide: !message.isHidden,
    unhide: message.isHidden,
  };
  return ACTS.filter((act) => {
    const on = capabilities?.acts[act]?.on;
    return (on === 'both' || on === side) && (isTurned[act] ?? true) && allows(act);
  });
}
