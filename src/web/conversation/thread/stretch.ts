import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';

/** What is on the page of a conversation: a stretch of it without gaps. */
export interface Stretch {
  readonly messages: readonly Message[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

export const stretchOf = ({ messages, hasEarlier, hasLater }: ConversationDetail): Stretch => ({
  messages,
  hasEarlier,
  hasLater,
});

/**
 * What is on the page together with what was read now. Where both speak of the same time, what was read now is right:
 * a message that it does not hold is gone. What lies apart from the page leaves a gap that is read when somebody goes there.
 * @param isNext it was asked for as what comes right before or after, so it touches even without a message in common
 */
export function join(page: Stretch, read: Stretch, isNext = false): Stretch {
  const [first, last] = edges(read.messages);
  const [pageFirst, pageLast] = edges(page.messages);
  if (!pageFirst || !pageLast) return read;
  if (!first || !last) {
    if (!isNext) return read.hasEarlier || read.hasLater ? page : read;
    return { ...page, hasEarlier: page.hasEarlier && read.hasEarlier, hasLater: page.hasLater && read.hasLater };
  }
  const held = new Set(page.messages.map(({ id }) => id));
  const touches = isNext || read.messages.some(({ id, isContext }) => !isContext && held.has(id));
  if (!touches) return inOrder(last, pageFirst) < 0 ? page : { ...page, hasLater: true };

  const known = new Set(read.messages.map(({ id }) => id));
  const kept = page.messages.filter((one) => {
    if (known.has(one.id)) return false;
    return (read.hasEarlier && inOrder(one, first) < 0) || (read.hasLater && inOrder(one, last) > 0);
  });
  return {
    messages: [...kept, ...read.messages].toSorted(inOrder),
    hasEarlier: inOrder(first, pageFirst) <= 0 ? read.hasEarlier : page.hasEarlier,
    hasLater: inOrder(last, pageLast) >= 0 ? read.hasLater : page.hasLater,
  };
}

/** After the page was told of a message before the server knew it, or took that back: only this one comes or goes. */
export function follow(page: Stretch, before: ConversationDetail, now: ConversationDetail): Stretch | null {
  const added = now.messages.filter((one) => !before.messages.includes(one));
  const removed = before.messages.filter((one) => !now.messages.includes(one));
  if (now.seq !== before.seq || added.length + removed.length > 1) return null;
  if (added.length + removed.length === 0) return page;
  const gone = new Set(removed.map(({ id }) => id));
  const held = new Set(page.messages.map(({ id }) => id));
  return {
    ...page,
    messages: [...page.messages.filter(({ id }) => !gone.has(id)), ...added.filter(({ id }) => !held.has(id))],
  };
}

/** What others said may lie far from what the stretch is about; it says nothing about where the stretch begins and ends. */
function edges(messages: readonly Message[]): readonly [Message | undefined, Message | undefined] {
  return [messages.find(({ isContext }) => !isContext), messages.findLast(({ isContext }) => !isContext)];
}

function inOrder(a: Message, b: Message): number {
  return Date.parse(a.sentAt) - Date.parse(b.sentAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
