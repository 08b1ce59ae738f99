import { type Call, textOf } from './call.ts';
import { badParameter } from './refusal.ts';

/** What paging needs to know of a network with a Graph API. */
interface Paged {
  readonly url: string;
  readonly quirks: { readonly emptyPages: boolean };
}

/** The names at the top of `id,from{id,name},reactions.summary(total_count)`. */
export function fieldNames(fields: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const letter of `${fields},`) {
    if ('{('.includes(letter)) depth += 1;
    if (depth === 0 && letter === ',') {
      names.push(name.replace(/\..*$/s, ''));
      name = '';
    } else if (depth === 0) name += letter;
    if ('})'.includes(letter)) depth -= 1;
  }
  return names.filter(Boolean);
}

/** Only what was asked for, and always the id. A field that the node does not have is an error, an empty one is left out. */
export function pick(
  node: Readonly<Record<string, unknown>>,
  fields: unknown,
  otherwise: string,
): Record<string, unknown> {
  const wanted = new Set(['id', ...fieldNames(textOf(fields) ?? otherwise)]);
  const strange = [...wanted].find((name) => !(name in node));
  if (strange !== undefined) throw badParameter(`Tried accessing nonexisting field (${strange})`);
  return Object.fromEntries(Object.entries(node).filter(([name, value]) => wanted.has(name) && value !== undefined));
}

const encode = (id: string) => Buffer.from(`after ${id}`).toString('base64url');
const decode = (cursor: string) =>
  Buffer.from(cursor, 'base64url')
    .toString()
    .replace(/^after /, '');

/** A page of a list by cursor. The cursor names the last item, so that new ones in front shift nothing. */
export function listing<Item extends { readonly id: string }>(
  state: Paged,
  call: Call,
  items: readonly Item[],
  show: (item: Item) => Record<string, unknown>,
  extra: Readonly<Record<string, unknown>> = {},
): unknown {
  const limit = Math.min(100, Math.max(1, Number(textOf(call.params.limit) ?? 25)));
  const after = textOf(call.params.after);
  const here = `${state.url}/v26.0/${call.path.join('/')}`;
  const next = (cursor: string) => ({
    paging: { cursors: { before: encode('-'), after: cursor }, next: `${here}?after=${cursor}` },
  });
  // Legal, and the reason why an empty page must not be taken for the end.
  if (state.quirks.emptyPages && after === undefined) return { data: [], ...next(encode('start')), ...extra };
  let start = 0;
  if (after !== undefined && decode(after) !== 'start') {
    const at = items.findIndex(({ id }) => id === decode(after));
    if (at < 0) throw badParameter('After Cursor specified exceeds the max limit');
    start = at + 1;
  }
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  if (!last) return { data: [], ...extra };
  const cursors = { before: encode(page[0]?.id ?? '-'), after: encode(last.id) };
  const paging = start + limit < items.length ? next(encode(last.id)).paging : { cursors };
  return { data: page.map(show), paging, ...extra };
}
