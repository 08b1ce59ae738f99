import { type Call, textOf } from '../meta/call.ts';
import { badParameter } from '../meta/refusal.ts';
import type { State } from './state.ts';

const encode = (id: string) => Buffer.from(`after ${id}`).toString('base64url');
const decode = (cursor: string) =>
  Buffer.from(cursor, 'base64url')
    .toString()
    .replace(/^after /, '');

/** A page of a list by cursor. The cursor names the last item, so that new ones in front shift nothing. */
export function listing<Item extends { readonly id: string }>(
  state: State,
  call: Call,
  items: readonly Item[],
  show: (item: Item) => Record<string, unknown>,
): unknown {
  const limit = Math.min(50, Math.max(1, Number(textOf(call.params.limit) ?? 25)));
  const after = textOf(call.params.after);
  const next = (cursor: string) => ({
    paging: { cursors: { after: cursor }, next: `${state.url}/v26.0/${call.path.join('/')}?after=${cursor}` },
  });
  if (state.quirks.emptyPages && after === undefined) return { data: [], ...next(encode('start')) };
  let start = 0;
  if (after !== undefined && decode(after) !== 'start') {
    const at = items.findIndex(({ id }) => id === decode(after));
    if (at < 0) throw badParameter('After Cursor specified exceeds the max limit');
    start = at + 1;
  }
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  if (!last) return { data: [] };
  const isLast = start + limit >= items.length;
  const paging = isLast ? { paging: { cursors: { after: encode(last.id) } } } : next(encode(last.id));
  return { data: page.map(show), ...paging };
}
