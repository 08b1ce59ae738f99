import { expect, it } from 'vitest';
import { readLine } from './stream-line.ts';

const data = { id: '2051000000000000300', text: 'It leaks', created_at: '2026-11-20T11:00:00.000Z' };
const problem = (name: string) => ({
  errors: [{ title: name, detail: name, type: `https://api.x.com/2/problems/${name}` }],
});

it('reads a post with what stands beside it, and keeps its fields under the names they came by', () => {
  const post = { ...data, referenced_posts: [{ type: 'quoted', id: '1' }] };
  const includes = { posts: [{ id: '1' }] };
  const line = { data: post, includes, matching_rules: [{ id: '7', tag: 'watch' }, { id: 8 }, {}] };
  expect(readLine(JSON.stringify(line))).toEqual({
    kind: 'post',
    post: { id: data.id, raw: post, includes },
    rules: ['7', '8'],
  });
});

it.each([
  { of: 'no rule', line: { data }, rules: [] },
  { of: 'errors beside it', line: { data, matching_rules: [{ id: '7' }], ...problem('not-found') }, rules: ['7'] },
])('reads a post with $of', ({ line, rules }) => {
  expect(readLine(JSON.stringify(line))).toMatchObject({ kind: 'post', post: { includes: {} }, rules });
});

it.each([
  { name: 'operational-disconnect', failure: 'network' },
  { name: 'streaming-connection', failure: 'taken' },
])('knows that the network ends it: $name', ({ name, failure }) => {
  expect(readLine(JSON.stringify(problem(name)))).toEqual({ kind: 'end', failure });
});

it.each([
  '',
  ' ',
  '{',
  '<html>',
  'null',
  '[]',
  '7',
  '{}',
  '{"data":{}}',
  '{"data":{"id":"7"}}',
  '{"data":{"id":"7","created_at":"soon"}}',
  '{"errors":[]}',
  JSON.stringify(problem('something-new')),
  JSON.stringify({ data: { id: '7' }, ...problem('operational-disconnect') }),
])('passes over %s', (line) => {
  expect(readLine(line)).toBeNull();
});
