import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const read = (name: string): readonly ChannelEvent[] =>
  parse(
    { source: 'reviews', headers: {}, body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url)) },
    { account: 'com.example.kettle' as ExternalAccountId, settings: {}, receivedAt: new Date('2026-11-22T09:00:00Z') },
  );

it.each([
  {
    name: 'review',
    expected: [
      {
        kind: 'message',
        id: 'gp:AOqk1',
        author: { kind: 'contact', person: { id: 'gp:AOqk1', scope: 'com.example.kettle', name: 'Dora' } },
        thread: { kind: 'review', reach: 'owned_public', title: 'Version 4.1.2, akita (Pixel 8a), Android API 36' },
        content: { text: 'App crashes when pairing', rating: { stars: 2, of: 5 } },
        sentAt: new Date(1_795_166_102_000),
      },
    ],
  },
  {
    name: 'review_edited',
    expected: [
      { kind: 'message', content: { subject: 'Better' } },
      { kind: 'edit', id: 'gp:AOqk1', content: { text: 'Works since the update', rating: { stars: 5, of: 5 } } },
    ],
  },
  {
    name: 'review_with_answer',
    expected: [
      { kind: 'message', id: 'gp:AOqk2' },
      {
        kind: 'message',
        id: 'gp:AOqk2/reply@1795166700000',
        parent: 'gp:AOqk2',
        author: { kind: 'business' },
        content: { text: 'Sorry…' },
        remote: { review: 'gp:AOqk2' },
        sentAt: new Date(1_795_166_700_000),
      },
    ],
  },
  { name: 'answer_gone', expected: [{ kind: 'message' }, { kind: 'deletion', id: 'gp:AOqk2/reply@1795166700000' }] },
  { name: 'unknown_review_without_words', expected: [{ kind: 'ignored', why: expect.stringContaining('words') }] },
])('reads $name', ({ name, expected }) => {
  expect(read(name)).toMatchObject(expected);
});
