import { randomUUID } from 'node:crypto';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type {
  Outgoing,
  OutgoingContent,
  OutgoingKind,
  TargetMessage,
  TargetThread,
} from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId, Json, OutgoingId } from '../../src/core/ids.ts';

/** What the product would hand to a connector after it filed `event`, for each kind of act. */
export function threadOf(event: MessageEvent): TargetThread {
  return {
    id: event.thread.id,
    reach: event.thread.reach,
    remote: event.thread.remote ?? null,
    counterpartId: event.thread.counterpart?.id ?? null,
    title: event.thread.title ?? null,
  };
}

export function targetOf(event: MessageEvent): TargetMessage {
  return {
    id: event.id,
    authorId: event.author.kind === 'contact' ? event.author.person.id : null,
    text: event.content.text,
    sentAt: event.sentAt,
    remote: event.remote ?? null,
  };
}

export const words = (text: string): OutgoingContent => ({ text, attachments: [] });

/** The network's clock may not be ours, so an act is made when the message that it answers was said. */
const begun = (at: Date) => ({ id: randomUUID() as OutgoingId, createdAt: at, attempt: 1 });

export type Reply = Outgoing & { readonly kind: 'reply' };

export function replyTo(event: MessageEvent, content: OutgoingContent): Reply {
  return {
    ...begun(event.sentAt),
    kind: 'reply',
    thread: threadOf(event),
    inReplyTo: targetOf(event),
    references: [...(event.belongsWith ?? []).toReversed(), event.id],
    content,
    lastInboundAt: event.sentAt,
    isByHuman: true,
  };
}

/** Something of ours that stands on the network. */
export interface Ours {
  readonly id: ExternalMessageId;
  readonly text: string;
  readonly at: Date;
  readonly remote: Json;
}

/** One act of each kind, on the contact's message or on ours as the kind asks. */
export function actOf(kind: OutgoingKind, theirs: MessageEvent, ours: Ours, text: string, undo: Json): Outgoing {
  const base = begun(theirs.sentAt);
  const own: TargetMessage = { id: ours.id, authorId: null, text: ours.text, sentAt: ours.at, remote: ours.remote };
  switch (kind) {
    case 'reply':
      return replyTo(theirs, words(text));
    case 'private_reply':
      return { ...base, kind, to: targetOf(theirs), content: words(text) };
    case 'publish':
      return { ...base, kind, content: words(text) };
    case 'quote':
      return { ...base, kind, target: targetOf(theirs), content: words(text) };
    case 'edit':
      return { ...base, kind, target: own, content: words(text) };
    case 'delete':
      return { ...base, kind, target: own };
    case 'like':
    case 'repost':
    case 'hide':
    case 'unhide':
      return { ...base, kind, target: targetOf(theirs) };
    case 'unlike':
    case 'unrepost':
      return { ...base, kind, target: targetOf(theirs), undo };
  }
}

/** In an order in which each finds what it needs: undoing after doing, deleting last. */
export const ACT_KINDS: readonly OutgoingKind[] = [
  'reply',
  'private_reply',
  'like',
  'unlike',
  'repost',
  'unrepost',
  'hide',
  'unhide',
  'publish',
  'quote',
  'edit',
  'delete',
];
