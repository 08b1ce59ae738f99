import type { ChosenTemplate, Outgoing, OutgoingAttachment, TargetMessage, TargetThread } from '../channel/outgoing.ts';
import type { ExternalMessageId, Json, MediaId } from '../ids.ts';

/** An act as the outbox keeps it: JSON, times as ISO 8601, files by their id in the media store. */
export type StoredAct =
  | {
      readonly kind: 'reply';
      readonly thread: TargetThread;
      readonly inReplyTo: StoredTarget | null;
      readonly references: readonly ExternalMessageId[];
      readonly content: StoredContent;
      readonly lastInboundAt: string | null;
      readonly isByHuman: boolean;
    }
  | { readonly kind: 'private_reply'; readonly to: StoredTarget; readonly content: StoredContent }
  | { readonly kind: 'publish'; readonly content: StoredContent; readonly link?: string }
  | { readonly kind: 'quote'; readonly target: StoredTarget; readonly content: StoredContent }
  | { readonly kind: 'edit'; readonly target: StoredTarget; readonly content: StoredContent }
  | { readonly kind: 'delete' | 'like' | 'repost' | 'hide' | 'unhide'; readonly target: StoredTarget }
  | { readonly kind: 'unlike' | 'unrepost'; readonly target: StoredTarget; readonly undo: Json };

export type StoredTarget = Omit<TargetMessage, 'sentAt'> & { readonly sentAt: string };
export interface StoredContent {
  readonly text: string;
  readonly subject?: string;
  readonly attachments: readonly StoredFile[];
  readonly template?: ChosenTemplate;
  readonly choices?: readonly string[];
}
export type StoredFile = Omit<OutgoingAttachment, 'read' | 'address'> & { readonly mediaId: MediaId };

/** What identifies one try of a stored act. */
export type Try = Pick<Outgoing, 'id' | 'createdAt' | 'attempt'>;
export type OpenFile = (file: StoredFile) => Promise<Uint8Array>;
/** Where a network fetches it, for networks that take no bytes. */
export type AddressOf = (file: StoredFile) => string;

/** The act as a connector takes it. The same at every try, but for its number. */
export function toOutgoing(act: StoredAct, once: Try, openFile: OpenFile, addressOf?: AddressOf): Outgoing {
  const content = ({ attachments, ...said }: StoredContent) => ({
    ...said,
    attachments: attachments.map(({ mediaId, ...file }) => ({
      ...file,
      read: () => openFile({ mediaId, ...file }),
      ...(addressOf ? { address: async () => addressOf({ mediaId, ...file }) } : {}),
    })),
  });
  const target = (stored: StoredTarget): TargetMessage => ({ ...stored, sentAt: new Date(stored.sentAt) });
  switch (act.kind) {
    case 'reply':
      return {
        ...once,
        ...act,
        inReplyTo: act.inReplyTo && target(act.inReplyTo),
        content: content(act.content),
        lastInboundAt: act.lastInboundAt === null ? null : new Date(act.lastInboundAt),
      };
    case 'private_reply':
      return { ...once, ...act, to: target(act.to), content: content(act.content) };
    case 'publish':
      return { ...once, ...act, content: content(act.content) };
    case 'quote':
    case 'edit':
      return { ...once, ...act, target: target(act.target), content: content(act.content) };
    case 'unlike':
    case 'unrepost':
      return { ...once, kind: act.kind, target: target(act.target), undo: act.undo };
    default:
      return { ...once, kind: act.kind, target: target(act.target) };
  }
}

/** Acts that say something new to somebody: done twice, they would be read twice. */
export function speaks(kind: string): boolean {
  return kind === 'reply' || kind === 'private_reply' || kind === 'publish' || kind === 'quote';
}
