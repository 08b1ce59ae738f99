import { expect, it } from 'vitest';
import { createHeardPosts } from './heard-posts.ts';

const post = (id: string) => ({ id, raw: { id }, includes: {} });
const ids = (heard: ReturnType<typeof createHeardPosts>) => heard.take()?.posts.map(({ id }) => id) ?? [];

it('gives what came, each once, and keeps it until it was stored', () => {
  const heard = createHeardPosts();
  expect(heard.take()).toBeNull();
  for (const id of ['1', '2', '1']) heard.add(post(id));
  const first = heard.take();
  expect(first).toMatchObject({ posts: [{ id: '1' }, { id: '2' }], mark: '2' });
  heard.add(post('3'));
  heard.stored('something else');
  expect(ids(heard)).toEqual(['1', '2', '3']);
  heard.stored('3');
  expect(heard.take()).toBeNull();
});

it('keeps what came after it was given', () => {
  const heard = createHeardPosts();
  heard.add(post('1'));
  const given = heard.take();
  heard.add(post('2'));
  heard.stored(given?.mark);
  expect(ids(heard)).toEqual(['2']);
});

it('has a bound', () => {
  const heard = createHeardPosts(2);
  expect(['1', '2', '3'].map((id) => heard.add(post(id)))).toEqual([true, true, false]);
  expect(ids(heard)).toEqual(['1', '2']);
});
