import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { createPhone } from './index.ts';
import { parse } from './parse.ts';

const read = (name: string) =>
  parse(
    { source: 'desk', headers: {}, body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url)) },
    { account: '+468123' as ExternalAccountId, settings: {}, receivedAt: new Date() },
  );

it('a call in is a word of the person, with what became of it, the note and the recording', () => {
  expect(read('call_in_voicemail')).toMatchObject([
    {
      author: { kind: 'contact', person: { id: '+46701234567', scope: '', name: 'Ida Norberg' } },
      thread: { id: 'line:+46701234567', reach: 'owned_private' },
      content: {
        text: 'They called: left a voicemail, 14 s\nAsks for a call back',
        call: { direction: 'in', outcome: 'voicemail', seconds: 14 },
        attachments: [{ kind: 'link', href: 'https://pbx.example.com/r/7' }],
      },
      sentAt: new Date('2026-11-18T12:00:00Z'),
    },
  ]);
});

it('a call out is our own word about them', () => {
  expect(read('call_out_unanswered')).toMatchObject([
    {
      author: { kind: 'business' },
      thread: { counterpart: { id: 'contact:0199a1b2-0000-7000-8000-000000000009' } },
      content: { text: 'We called: no answer (Ana)', call: { direction: 'out', outcome: 'no_answer' } },
    },
  ]);
});

it('is never answered in writing, and says what to do instead', async () => {
  expect(await createPhone().send({ kind: 'reply' } as never, {} as never, '' as never)).toMatchObject({
    kind: 'refused',
    detail: expect.stringContaining('call the person'),
  });
});
