import type { Json } from '../ids.ts';
import type { Columns } from './act.ts';

/** Columns that mean something only together: they are given back together, or not at all. */
export const GROUPS = {
  attention: ['attention', 'attention_reason', 'attention_by', 'attention_at', 'waiting_since'],
  opened: ['opened_at', 'opened_by'],
  snooze: ['snoozed_until'],
  resolution: ['resolution', 'resolution_by', 'resolution_at'],
  assignee: ['assignee_id'],
  team: ['team_id'],
  promise: ['promised_for', 'promise', 'promise_chased_at'],
  priority: ['priority', 'priority_parts'],
  response: ['first_response_at', 'first_response_by'],
  talk: [
    'preview',
    'language',
    'last_inbound_at',
    'last_outbound_at',
    'last_message_at',
    'message_count',
    'answered_elsewhere_at',
  ],
  merged: ['merged_into_id'],
  labels: ['label_ids'],
  fields: ['fields'],
} as const;
export type Group = keyof typeof GROUPS;
export const PATCHABLE: readonly string[] = Object.values(GROUPS).flat();

/** Some columns of a row; what is not in it is null. */
export const pick = (row: Columns, columns: readonly string[]): Columns =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** What a person would miss if it stayed as it is; the rest follows from what was said, or from looking. */
const IN_WORDS: Partial<Record<Group, string>> = {
  attention: 'whether it waits',
  snooze: 'the snooze',
  resolution: 'how far it is solved',
  assignee: 'whose it is',
  team: 'its team',
  promise: 'the promise',
  labels: 'its labels',
  fields: 'its fields',
  merged: 'what it is part of',
};

export interface Restored {
  readonly patch: Columns;
  /** What somebody changed since, and stays. */
  readonly kept: readonly Group[];
}

/** Gives back what an act changed, as far as nobody changed it since. */
export function restore(current: Columns, before: Columns, after: Columns): Restored {
  const patch: Record<string, Json> = {};
  const kept: Group[] = [];
  for (const [group, columns] of Object.entries(GROUPS) as [Group, readonly string[]][]) {
    const touched = columns.filter((column) => column in after);
    if (touched.length === 0 || touched.every((column) => isSame(before[column], after[column]))) continue;
    const [first] = touched;
    if (touched.every((column) => isSame(current[column], after[column])))
      for (const column of touched) patch[column] = before[column] ?? null;
    else if (touched.every((column) => isSame(current[column], before[column]))) continue;
    else if (first === 'label_ids') patch[first] = labelsBack(current[first], before[first], after[first]);
    else if (first === 'fields') patch[first] = fieldsBack(current[first], before[first], after[first]);
    else kept.push(group);
  }
  return { patch, kept };
}

/** Null: nothing that anybody would miss. */
export function keptInWords(kept: readonly Group[]): string | null {
  const words = kept.flatMap((group) => IN_WORDS[group] ?? []);
  return words.length === 0 ? null : `Changed by somebody since, so it stays: ${words.join(', ')}.`;
}

/** One label put on since does not keep the others from going. */
function labelsBack(current: Json | undefined, before: Json | undefined, after: Json | undefined): Json {
  const [now, then, made] = [texts(current), texts(before), texts(after)];
  const added = made.filter((id) => !then.includes(id));
  const removed = then.filter((id) => !made.includes(id));
  return [...now.filter((id) => !added.includes(id)), ...removed.filter((id) => !now.includes(id))];
}

function fieldsBack(current: Json | undefined, before: Json | undefined, after: Json | undefined): Json {
  const [now, then, made] = [record(current), record(before), record(after)];
  const back: Record<string, Json> = { ...now };
  for (const key of new Set([...Object.keys(then), ...Object.keys(made)])) {
    if (isSame(then[key], made[key]) || !isSame(now[key], made[key])) continue;
    const value = then[key];
    if (value === undefined) delete back[key];
    else back[key] = value;
  }
  return back;
}

const texts = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
const record = (value: Json | undefined): Columns =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Columns) : {};

/** The same value, however a time is written. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a === 'string' && typeof b === 'string')
    return TIME.test(a) && TIME.test(b) && Date.parse(a) === Date.parse(b);
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const [one, other] = [Object.entries(a), Object.entries(b)];
  return one.length === other.length && one.every(([key, value]) => isSame(value, (b as Columns)[key]));
}
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
