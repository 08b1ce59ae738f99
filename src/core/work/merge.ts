import type { Json } from '../ids.ts';
import type { Columns } from './act.ts';
import { GROUPS, isSame, pick } from './restore.ts';

export const WAITS_FOR_NOBODY: Columns = {
  attention: null,
  attention_reason: null,
  attention_by: null,
  attention_at: null,
  waiting_since: null,
  opened_at: null,
  opened_by: null,
  snoozed_until: null,
};

/**
 * What a conversation becomes when others become part of it. It waits if any of them waited, since the first of them
 * did: nothing in here answers anything.
 */
export function mergedColumns(target: Columns, sources: readonly Columns[]): Columns {
  const all = [target, ...sources];
  const waiting = all.filter((row) => row.attention === 'needs_answer');
  const newest = all.toSorted((a, b) => time(b.last_message_at) - time(a.last_message_at))[0] ?? target;
  const newestInbound = all
    .filter((row) => row.language)
    .toSorted((a, b) => time(b.last_inbound_at) - time(a.last_inbound_at))[0];
  const responded = all
    .filter((row) => row.first_response_at)
    .toSorted((a, b) => time(a.first_response_at) - time(b.first_response_at))[0];
  const strongest = all.toSorted((a, b) => Number(b.priority) - Number(a.priority))[0] ?? target;
  const promised = all
    .filter((row) => row.promised_for)
    .toSorted((a, b) => time(a.promised_for) - time(b.promised_for))[0];
  const awake = (waiting.length > 0 ? waiting : all).filter((row) => !row.snoozed_until);
  const turns = waiting.length > 0 && target.attention !== 'needs_answer';
  return {
    ...(turns
      ? {
          attention: 'needs_answer',
          attention_reason: null,
          attention_by: null,
          attention_at: waiting[0]?.attention_at ?? null,
          opened_at: null,
          opened_by: null,
        }
      : pick(target, ['attention', 'attention_reason', 'attention_by', 'attention_at', 'opened_at', 'opened_by'])),
    waiting_since:
      waiting.length > 0 ? earliest(waiting.map((row) => row.waiting_since)) : (target.waiting_since ?? null),
    snoozed_until: awake.length > 0 ? null : earliest(all.map((row) => row.snoozed_until)),
    ...(waiting.length > 0 && target.resolution !== 'open'
      ? { resolution: 'open', resolution_by: null, resolution_at: null }
      : pick(target, GROUPS.resolution)),
    assignee_id: first(all, 'assignee_id'),
    team_id: first(all, 'team_id'),
    ...pick(promised ?? target, GROUPS.promise),
    ...pick(strongest, GROUPS.priority),
    ...pick(responded ?? target, GROUPS.response),
    preview: newest.preview ?? '',
    language: newestInbound?.language ?? null,
    last_inbound_at: latest(all.map((row) => row.last_inbound_at)),
    last_outbound_at: latest(all.map((row) => row.last_outbound_at)),
    last_message_at: latest(all.map((row) => row.last_message_at)),
    answered_elsewhere_at: latest(all.map((row) => row.answered_elsewhere_at)),
    message_count: all.reduce((sum, row) => sum + Number(row.message_count ?? 0), 0),
    label_ids: [...new Set(all.flatMap((row) => (row.label_ids ?? []) as string[]))],
    // What is known of the target stands; the others fill its gaps, the first of them first.
    fields: Object.assign({}, ...all.map((row) => row.fields ?? {}).toReversed()),
  };
}

/** What becomes of one that became part of another: it waits for nobody, and is in no list. */
export function partColumns(intoId: string): Columns {
  return {
    ...WAITS_FOR_NOBODY,
    merged_into_id: intoId,
    promised_for: null,
    promise: null,
    promise_chased_at: null,
  };
}

export interface MergeDone {
  /** The target's columns. */
  readonly before: Columns;
  readonly after: Columns;
  /** What became part of it, as it was. */
  readonly sources: readonly Columns[];
}

/**
 * The merges into one conversation, oldest first, as if the one at `index` had never been: what people changed between
 * them is kept. @returns the others that come after it
 */
export function without(merges: readonly MergeDone[], index: number): readonly MergeDone[] {
  const gone = merges[index];
  if (!gone) return [];
  let was = gone.after;
  let is = gone.before;
  return merges.slice(index + 1).map((merge) => {
    const before = follow(merge.before, was, is);
    const after = mergedColumns(before, merge.sources);
    was = merge.after;
    is = after;
    return { ...merge, before, after };
  });
}

/** `row` with what stands in it exactly as in `was` replaced by what stands in `is`, group by group. */
function follow(row: Columns, was: Columns, is: Columns): Columns {
  const next: Record<string, Json> = { ...row };
  for (const columns of Object.values(GROUPS)) {
    const touched = columns.filter((column) => column in was);
    if (touched.every((column) => isSame(row[column], was[column])))
      for (const column of touched) next[column] = is[column] ?? null;
  }
  return next;
}

const first = (rows: readonly Columns[], column: string): Json => rows.find((row) => row[column])?.[column] ?? null;
const time = (value: Json | undefined): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NEGATIVE_INFINITY;
const sorted = (values: readonly (Json | undefined)[]) =>
  values.filter((value) => typeof value === 'string').toSorted((a, b) => Date.parse(a) - Date.parse(b));
const earliest = (values: readonly (Json | undefined)[]): Json => sorted(values)[0] ?? null;
const latest = (values: readonly (Json | undefined)[]): Json => sorted(values).at(-1) ?? null;
