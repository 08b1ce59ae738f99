import type { Strand } from './weave.ts';

export type Mark = Extract<Strand, { readonly kind: 'day' | 'turn' | 'waits' }>;
type Told = Exclude<Strand, Mark>;
/** What is drawn as one piece: a strand with the marks above it. */
export interface Row {
  readonly kind: 'said';
  readonly key: string;
  readonly marks: readonly Mark[];
  readonly strand: Told;
}

/** Marks come and go as the page grows; a row stays what it is, so that the page keeps its place. */
export function rowsOf(strands: readonly Strand[]): Row[] {
  const rows: Row[] = [];
  let marks: Mark[] = [];
  for (const strand of strands) {
    if (strand.kind === 'day' || strand.kind === 'turn' || strand.kind === 'waits') marks.push(strand);
    else {
      rows.push({ kind: 'said', key: keyOf(strand), marks, strand });
      marks = [];
    }
  }
  return rows;
}

/** A run that is folded grows at its beginning when earlier ones are read: its last one names it. */
function keyOf(strand: Told): string {
  if (strand.kind === 'message') return strand.message.id;
  if (strand.kind === 'event') return strand.event.id;
  return `${strand.kind} ${(strand.kind === 'events' ? strand.events : strand.messages).at(-1)?.id}`;
}

/** Where a message is drawn; -1: not on the page. */
export function rowOf(rows: readonly (Row | { readonly kind: 'post' })[], messageId: string): number {
  return rows.findIndex((row) => {
    if (row.kind === 'post') return false;
    const { strand } = row;
    return strand.kind === 'message'
      ? strand.message.id === messageId
      : strand.kind === 'others' && strand.messages.some(({ id }) => id === messageId);
  });
}
