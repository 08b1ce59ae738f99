import type { ConversationDetail, Message, TimelineEvent } from '../../wire/conversations.ts';

export type Strand =
  | { readonly kind: 'message'; readonly at: string; readonly message: Message }
  | { readonly kind: 'event'; readonly at: string; readonly event: TimelineEvent }
  | { readonly kind: 'day'; readonly at: string };

/** What every message tells by itself needs no line of its own. */
const TOLD_BY_MESSAGES = new Set([
  'message',
  'replied',
  'reply_queued',
  'note',
  'note_added',
  'message_received',
  'opened',
]);

/** Messages and events as one line of time, with a mark where a new day begins. */
export function weave(
  detail: Pick<ConversationDetail, 'messages' | 'timeline'>,
  dayOf: (at: string) => string,
): Strand[] {
  const messages = detail.messages.map((message): Strand => ({ kind: 'message', at: message.sentAt, message }));
  const events = detail.timeline
    .filter((event) => !TOLD_BY_MESSAGES.has(event.kind))
    .map((event): Strand => ({ kind: 'event', at: event.at, event }));
  const strands = [...messages, ...events].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.kind === 'event') - Number(b.kind === 'event'),
  );
  let day = '';
  return strands.flatMap((strand): Strand[] => {
    const today = dayOf(strand.at);
    if (today === day) return [strand];
    day = today;
    return [{ kind: 'day', at: strand.at }, strand];
  });
}
