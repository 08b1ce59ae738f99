import { expect, it } from 'vitest';
import type { GraphCall } from '../meta/graph.ts';
import { pullTags } from './pull-tags.ts';

const PAGE = 50;
const tag = (id: number) => ({ id: String(id), timestamp: '2026-11-01T12:00:00+0000', username: 'ida' });

/** Newest first, as Instagram lists them. */
const roadTo = (ids: readonly number[]) => ({
  async graph({ query }: GraphCall) {
    const start = Number(query?.after ?? 0);
    const isLast = start + PAGE >= ids.length;
    const paging = { cursors: { after: String(start + PAGE) }, ...(isLast ? {} : { next: 'https://graph.test/x' }) };
    return { kind: 'ok', body: { data: ids.slice(start, start + PAGE).map(tag), paging } } as const;
  },
  as: { token: 'IG' },
  accountId: '17841',
  sender: '104',
});
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at);

it.each([
  [
    'the first look',
    null,
    down(3, 1),
    [
      [3, true],
      [2, true],
      [1, true],
    ],
  ],
  ['a new one', down(3, 1), down(4, 1), [[4, false]]],
  ['an old post that is tagged today', [3, 1], down(3, 1), [[2, false]]],
  ['the oldest post, tagged today, of a list that was read whole', [3, 2], down(3, 1), [[1, false]]],
  ['one that moves up from behind, as another went', down(300, 1), [...down(300, 111), ...down(109, 1)], [[100, true]]],
  ['a new one in front of a long list', down(300, 1), down(301, 1), [[301, false]]],
] as const)('%s', async (_what, before, after, wanted) => {
  const first = before === null ? null : await pullTags(roadTo(before), null);
  const { entries } = await pullTags(roadTo(after), first?.cursor ?? null);
  const read = entries.map(({ body }) => JSON.parse(Buffer.from(body).toString()));
  expect(read.map(({ media, isHistory }) => [Number(media.id), isHistory])).toEqual(wanted);
});
