import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';
import { responseTo } from './review.ts';

const context = { account: '1234567890' as ExternalAccountId, settings: {}, receivedAt: new Date() };
const read = (name: string, headers: Record<string, string> = {}) =>
  parse({ source: 'reviews', headers, body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url)) }, context);

it.each([
  {
    name: 'review',
    expected: [
      {
        kind: 'message',
        id: '00000019-aa',
        author: { kind: 'contact', person: { id: '00000019-aa', scope: '1234567890', name: 'dora_l' } },
        thread: { kind: 'review', title: 'DEU' },
        content: { subject: 'Crash', text: 'It closes when I pair the kettle', rating: { stars: 2, of: 5 } },
        sentAt: new Date('2026-11-20T09:15:02Z'),
      },
    ],
  },
  { name: 'review_edited', expected: [{}, { kind: 'edit', content: { text: 'Works now', rating: { stars: 5 } } }] },
  {
    name: 'review_with_answer',
    expected: [{}, { kind: 'message', id: '00000055-bb', remote: { review: '00000019-aa' }, parent: '00000019-aa' }],
  },
  { name: 'review_gone', expected: [{ kind: 'deletion', id: '00000019-aa', at: new Date('2026-11-21T08:00:00Z') }] },
])('reads $name', ({ name, expected }) => {
  expect(read(name)).toMatchObject(expected);
});

it('marks what is from the past', () => {
  expect(read('review_with_answer', { 'earshot-history': 'true' })).toMatchObject([
    { isHistory: true },
    { isHistory: true },
  ]);
});

const response = (id: string, review?: string) => ({
  type: 'customerReviewResponses',
  id,
  ...(review ? { relationships: { review: { data: { id: review } } } } : {}),
});
const named = (id: string) => ({ id: 'r1', relationships: { response: { data: { id } } } });
it.each([
  { when: 'the review names it', data: named('b'), included: [response('a'), response('b')], expected: 'b' },
  {
    when: 'it names the review',
    data: { id: 'r1' },
    included: [response('a', 'r2'), response('b', 'r1')],
    expected: 'b',
  },
  { when: 'there is none', data: { id: 'r1', relationships: { response: { data: null } } }, included: [response('a')] },
])('finds the response when $when', ({ data, included, expected }) => {
  expect(responseTo(data, included)).toEqual(expected ? expect.objectContaining({ id: expected }) : null);
});
