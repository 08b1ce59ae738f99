import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const LOCATION = '12000000000000000001';
const read = (name: string) =>
  parse(
    { source: 'reviews', headers: {}, body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url)) },
    { account: LOCATION as ExternalAccountId, settings: {}, receivedAt: new Date('2026-11-22T09:00:00Z') },
  );

it.each([
  {
    name: 'review',
    expected: [
      {
        kind: 'message',
        id: 'AbFvOqk1',
        author: { kind: 'contact', person: { id: 'AbFvOqk1', scope: LOCATION, name: 'Dora Lind' } },
        thread: { id: 'AbFvOqk1', kind: 'review', reach: 'owned_public' },
        content: { text: 'The kettle leaks and nobody answers the phone', rating: { stars: 2, of: 5 } },
        sentAt: new Date('2026-11-18T09:15:02.123Z'),
      },
    ],
  },
  {
    name: 'review_edited',
    expected: [
      { kind: 'message', sentAt: new Date('2026-11-18T09:15:02.123Z') },
      { kind: 'edit', at: new Date('2026-11-20T10:00:00Z'), content: { rating: { stars: 5, of: 5 } } },
    ],
  },
  {
    name: 'review_with_answer',
    expected: [
      { content: { attachments: [{ kind: 'image' }] } },
      { kind: 'message', author: { kind: 'business' }, parent: 'AbFvOqk3', id: 'AbFvOqk3/reply@1794929400000' },
    ],
  },
  {
    name: 'answer_rejected',
    expected: [
      {},
      { kind: 'edit' },
      {
        kind: 'delivery',
        status: 'failed',
        ids: ['AbFvOqk3/reply@1794929400000'],
        detail: expect.stringContaining('CONTACT_INFORMATION'),
      },
    ],
  },
  { name: 'unknown_review_of_another_location', expected: [{ why: expect.stringContaining('another location') }] },
])('reads $name', ({ name, expected }) => {
  expect(read(name)).toMatchObject(expected);
});

it('gives nobody the name that Google puts over a review without one', () => {
  const [said] = read('stars_only_of_somebody_without_a_name');
  expect(said).toMatchObject({ content: { text: '', rating: { stars: 1, of: 5 } } });
  expect(said?.kind === 'message' && said.author.kind === 'contact' && said.author.person.name).toBeUndefined();
});
