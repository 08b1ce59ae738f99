import { expect, it } from 'vitest';
import type { GraphCall } from '../meta/graph.ts';
import { pullComments } from './pull-comments.ts';
import type { Road } from './road.ts';

const now = new Date('2026-11-22T12:00:00Z');
const comment = (id: string, timestamp: string) => ({ id, timestamp, text: id, from: { id: '55', username: 'ida' } });

/** Each post with its comments; one with `isLong` never ends. */
function roadTo(posts: readonly { media: { id: string }; comments: readonly object[]; isLong?: boolean }[]): Road {
  const graph = async ({ path }: GraphCall) => {
    const post = posts.find(({ media }) => path === `${media.id}/comments`);
    if (!post) return { kind: 'ok', body: { data: posts.map(({ media }) => media) } } as const;
    const paging = post.isLong ? { cursors: { after: 'x' }, next: 'https://graph.test/x' } : {};
    return { kind: 'ok', body: { data: post.comments, paging } } as const;
  };
  return { graph, as: { token: 'IG' }, accountId: '17841', sender: '104' };
}
const old = { timestamp: '2025-01-01T00:00:00+0000' };

it('looks at a post of which Instagram does not say how many comments it has, every time', async () => {
  const road = roadTo([{ media: { id: '1', ...old }, comments: [comment('c1', '2026-11-22T11:59:00+0000')] }]);
  const first = await pullComments(road, null, now);
  expect(first.entries).toHaveLength(1);
  expect((await pullComments(road, first.cursor, now)).entries).toHaveLength(1);
});

it('tells of a gap up to where the last of several long posts goes on', async () => {
  const long = (id: string, until: string) => ({
    media: { id, ...old, comments_count: 9_000 },
    comments: [comment(`c${id}`, until)],
    isLong: true,
  });
  const road = roadTo([long('1', '2026-11-22T11:30:00+0000'), long('2', '2026-11-22T11:10:00+0000')]);
  const since = Date.parse('2026-11-22T10:00:00Z');
  const cursor = { connectedAt: since, since, counts: {}, round: null };
  expect((await pullComments(road, cursor, now)).gap).toMatchObject({
    from: new Date(since),
    to: new Date('2026-11-22T11:30:00Z'),
  });
});
