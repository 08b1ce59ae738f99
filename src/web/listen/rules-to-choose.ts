import type { Board, Hit } from '../api/listening.ts';

/** By which rules a board can be narrowed: its own, whatever is shown, and those removed of which posts are here. */
export function rulesToChoose(board: Pick<Board, 'rules'>, hits: readonly Pick<Hit, 'rules'>[]): Hit['rules'] {
  const all = [...board.rules, ...hits.flatMap(({ rules }) => rules)];
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()];
}
