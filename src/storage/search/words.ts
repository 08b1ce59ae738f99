import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { SoughtPart } from '../../core/search/sought.ts';

/** `exact`: the word and nothing longer. */
type Wanted = SoughtPart | { readonly kind: 'exact'; readonly word: string };

/** One index serves all workspaces: each message has its workspace for a word. */
export const workspaceWord = (workspaceId: WorkspaceId): Wanted => ({ kind: 'exact', word: `#${workspaceId}` });

/** All of the wanted and none of the unwanted. Words are folded to letters and digits before: nothing in them is syntax. */
export function tsqueryOf(wanted: readonly Wanted[], unwanted: readonly Wanted[] = []): RawBuilder<unknown> {
  const terms = [...wanted.map(termOf), ...unwanted.map((one) => `!${termOf(one)}`)];
  return sql`${terms.join(' & ')}::tsquery`;
}

function termOf(one: Wanted): string {
  if (one.kind === 'exact') return `'${one.word}'`;
  if (one.kind === 'word') return `'${one.beginning}':*`;
  const words = one.kind === 'run' ? one.pairs : one.words;
  return `(${words.map((word) => `'${word}'`).join(' <-> ')})`;
}
