import type { TimelineEvent } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';
import type { Stretch } from './stretch.ts';

export type Strand =
  | { readonly kind: 'message'; readonly at: string; readonly message: Message }
  | { readonly kind: 'event'; readonly at: string; readonly event: TimelineEvent }
  /** Much happened and nothing was said: told as one line until somebody wants to read it. */
  | { readonly kind: 'events'; readonly at: string; readonly events: readonly TimelineEvent[] }
  /** Many other people in a row. */
  | { readonly kind: 'others'; readonly at: string; readonly messages: readonly Message[] }
  /** From here on somebody else reads along, or no longer does. */
  | { readonly kind: 'turn'; readonly at: string; readonly isPublic: boolean }
  /** What comes now waits for us. */
  | { readonly kind: 'waits'; readonly at: string }
  | { readonly kind: 'day'; readonly at: string };

export interface Woven extends Stretch {
  readonly timeline: readonly TimelineEvent[];
  readonly opensAt: string | null;
}

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
/** So many in a row are read as they are; more are folded. */
const CROWD = 3;
const BUSY = 4;

/** Messages and events as one line of time, with marks where a day begins, where it turns public or private, and where it waits. */
export function weave(whole: Woven, dayOf: (at: string) => string): Strand[] {
  const shown = new Set<unknown>(whole.messages.map(({ id }) => id));
  const messages = whole.messages.map((message): Strand => ({ kind: 'message', at: message.sentAt, message }));
  const events = within(whole)
    .filter((event) => !TOLD_BY_MESSAGES.has(event.kind))
    .filter((event) => !SEEN_AT_MESSAGES.has(event.kind) || !shown.has(event.detail.messageId))
    .map((event): Strand => ({ kind: 'event', at: event.at, event }));
  const strands = [...messages, ...events].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.kind === 'event') - Number(b.kind === 'event'),
  );
  return markDays(markTurns(markWaiting(foldEvents(foldCrowds(strands)), whole.opensAt)), dayOf);
}

/** What happened in times that were not read yet would stand at the wrong place. */
function within({ messages, timeline, hasEarlier, hasLater }: Woven): readonly TimelineEvent[] {
  const own = messages.filter(({ isContext }) => !isContext);
  const from = hasEarlier && own[0] ? Date.parse(own[0].sentAt) : Number.NEGATIVE_INFINITY;
  const last = own.at(-1);
  const to = hasLater && last ? Date.parse(last.sentAt) : Number.POSITIVE_INFINITY;
  return timeline.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to);
}

function foldCrowds(strands: readonly Strand[]): Strand[] {
  return foldRuns(
    strands,
    (strand) => (strand.kind === 'message' && strand.message.isContext ? strand.message : null),
    CROWD,
    (at, messages) => ({ kind: 'others', at, messages }),
  );
}

function foldEvents(strands: readonly Strand[]): Strand[] {
  return foldRuns(
    strands,
    (strand) => (strand.kind === 'event' ? strand.event : null),
    BUSY,
    (at, events) => ({ kind: 'events', at, events }),
  );
}

function foldRuns<One>(
  strands: readonly Strand[],
  partOf: (strand: Strand) => One | null,
  most: number,
  fold: (at: string, run: readonly One[]) => Strand,
): Strand[] {
  const folded: Strand[] = [];
  let run: { strand: Strand; part: One }[] = [];
  const end = () => {
    const [first] = run;
    if (first && run.length > most)
      folded.push(
        fold(
          first.strand.at,
          run.map(({ part }) => part),
        ),
      );
    else folded.push(...run.map(({ strand }) => strand));
    run = [];
  };
  for (const strand of strands) {
    const part = partOf(strand);
    if (part !== null) run.push({ strand, part });
    else {
      end();
      folded.push(strand);
    }
  }
  end();
  return folded;
}

/** Only below something: where the whole conversation waits, the line would tell nothing. */
function markWaiting(strands: readonly Strand[], opensAt: string | null): Strand[] {
  const at = strands.findIndex((strand) => strand.kind === 'message' && strand.message.id === opensAt);
  const isBelow = strands.slice(0, Math.max(at, 0)).some((strand) => strand.kind === 'message');
  const first = strands[at];
  return first && isBelow ? strands.toSpliced(at, 0, { kind: 'waits', at: first.at }) : [...strands];
}

function markTurns(strands: readonly Strand[]): Strand[] {
  let wasPublic: boolean | null = null;
  return strands.flatMap((strand): Strand[] => {
    if (strand.kind !== 'message' || strand.message.isContext || strand.message.direction === 'note') return [strand];
    const isPublic = strand.message.reach !== 'owned_private';
    const isTurn = wasPublic !== null && wasPublic !== isPublic;
    wasPublic = isPublic;
    return isTurn ? [{ kind: 'turn', at: strand.at, isPublic }, strand] : [strand];
  });
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
