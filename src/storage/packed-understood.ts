import { type RawBuilder, sql } from 'kysely';
import type { Head } from '../core/learning/own.ts';
import type { Opinion, PersonalKind, Understood } from '../core/understanding/understood.ts';

/*
 * What was understood stands with every message, and as an object with names it was the dearest column of filing by far.
 * Packed: [language, p, sentiment, kind, urgency, topic, needsReply, triggers, personal, model]; an opinion is
 * [label, p] or [label, p, by, ...because].
 */
type PackedOpinion = readonly [label: unknown, p: number, by?: string, ...because: string[]];
type PackedSpan = readonly [kind: PersonalKind, from: number, to: number];
export type Packed = readonly [
  language: string | null,
  p: number,
  sentiment: PackedOpinion,
  kind: PackedOpinion,
  urgency: PackedOpinion,
  topic: PackedOpinion,
  needsReply: PackedOpinion,
  triggers: readonly string[],
  personal: readonly PackedSpan[],
  model: string,
];
const AT: Readonly<Record<Head, number>> = { sentiment: 2, kind: 3, urgency: 4, topic: 5 };

export const packUnderstood = ({ language, personal, ...rest }: Understood): Packed => [
  language.code,
  language.p,
  packOpinion(rest.sentiment),
  packOpinion(rest.kind),
  packOpinion(rest.urgency),
  packOpinion(rest.topic),
  packOpinion(rest.needsReply),
  rest.triggers,
  personal.map(({ kind, from, to }) => [kind, from, to] as const),
  rest.model,
];

export function unpackUnderstood(packed: string): Understood {
  const [code, p, sentiment, kind, urgency, topic, needsReply, triggers, personal, model] = JSON.parse(
    packed,
  ) as Packed;
  return {
    language: { code, p },
    sentiment: unpackOpinion(sentiment),
    kind: unpackOpinion(kind),
    urgency: unpackOpinion(urgency),
    topic: unpackOpinion(topic),
    needsReply: unpackOpinion(needsReply),
    triggers,
    personal: personal.map(([kind, from, to]) => ({ kind, from, to })),
    model,
  };
}

/** Rows as the database gives them, with what was understood laid open. */
export const withUnderstood = <Row extends { readonly understood: string | null }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, understood: row.understood === null ? null : unpackUnderstood(row.understood) }));

/** The label and the source of one opinion within SQL. `message`: the alias of the row. */
export const labelIn = (message: string, head: Head): RawBuilder<string | null> =>
  sql`(${sql.ref(`${message}.understood`)}::jsonb -> ${sql.lit(AT[head])} ->> 0)`;
export const byIn = (message: string, head: Head): RawBuilder<string> =>
  sql`coalesce(${sql.ref(`${message}.understood`)}::jsonb -> ${sql.lit(AT[head])} ->> 2, 'model')`;
/** How sure it is. */
export const surenessIn = (message: string, head: Head): RawBuilder<number> =>
  sql`(${sql.ref(`${message}.understood`)}::jsonb -> ${sql.lit(AT[head])} ->> 1)::float8`;

function packOpinion({ label, p, by, because }: Opinion<unknown>): PackedOpinion {
  return because.length === 0 && by === 'model' ? [label, p] : [label, p, by, ...because];
}
function unpackOpinion<Label>([label, p, by = 'model', ...because]: PackedOpinion): Opinion<Label> {
  return { label: label as Label | null, p, because, by: by as Opinion<Label>['by'] };
}
