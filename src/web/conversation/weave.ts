import type { ConversationDetail, Message, TimelineEvent } from '../../wire/conversations.ts';

export type Strand =
  | { readonly kind: 'message'; readonly at: string; readonly message: Message }
  | { readonly kind: 'event'; readonly at: string; readonly event: TimelineEvent }
  /** Many other people in a row: told as one line until somebody wants to read them. */
  | { readonly kind: 'others'; readonly at: string; readonly messages: readonly Message[] }
  | { readonly kind: 'day'; readonly at: string };

/** What every message tells by itself needs no line of its own. */
const TOLD_BY_MESSAGES = new Set(['message', 'replied', 'note', 'note_added', 'opened']);
/** Stands at the message itself; needs a line only when that message is not on the page. */
const SEEN_AT_MESSAGES = new Set([
  'message_edited',
  'message_deleted',
  'send_failed',
  'send_unclear',
  'send_cancelled',
]);
/** So many bystanders in a row are context; more are a crowd. */
const CROWD = 3;

/** Messages and events as one line of time, with a mark where a new day begins. */
export function weave(
  detail: Pick<ConversationDetail, 'messages' | 'timeline'>,
  dayOf: (at: string) => string,
): Strand[] {
  const shown = new Set<unknown>(detail.messages.map(({ id }) => id));
  const messages = detail.messages.map((message): Strand => ({ kind: 'message', at: message.sentAt, message }));
  const events = detail.timeline
    .filter((event) => !TOLD_BY_MESSAGES.has(event.kind))
    .filter((event) => !SEEN_AT_MESSAGES.has(event.kind) || !shown.has(event.detail.messageId))
    .map((event): Strand => ({ kind: 'event', at: event.at, event }));
  const strands = [...messages, ...events].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.kind === 'event') - Number(b.kind === 'event'),
  );
  return markDays(foldCrowds(strands), dayOf);
}

function foldCrowds(strands: readonly Strand[]): Strand[] {
  const folded: Strand[] = [];
  let run: Extract<Strand, { kind: 'message' }>[] = [];
  const end = () => {
    const [first] = run;
    if (first && run.length > CROWD)
      folded.push({ kind: 'others', at: first.at, messages: run.map(({ message }) => message) });
    else folded.push(...run);
    run = [];
  };
  for (const strand of strands) {
    if (strand.kind === 'message' && strand.message.isContext) run.push(strand);
    else {
      end();
      folded.push(strand);
    }
  }
  end();
  return folded;
}

function markDays(strands: readonly Strand[], dayOf: (at: string) => string): Strand[] {
  let day = '';
  return strands.flatMap((strand): Strand[] => {
    const today = dayOf(strand.at);
    if (today === day) return [strand];
    day = today;
    return [{ kind: 'day', at: strand.at }, strand];
  });
}
