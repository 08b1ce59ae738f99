import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const receivedAt = new Date('2026-11-18T12:00:00Z');
const read = (body: unknown): ChannelEvent[] =>
  parse(
    { source: 'webhook', headers: {}, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) },
    { account: 'sms' as ExternalAccountId, settings: {}, receivedAt },
  );
const fixture = (name: string) => read(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));

describe('what a source says', () => {
  it('is a message of a person of this source', () => {
    expect(fixture('message')).toEqual([
      {
        kind: 'message',
        account: 'sms',
        id: 'SM7f1c',
        thread: expect.objectContaining({ id: '+4670000111', kind: 'direct', reach: 'owned_private' }),
        author: {
          kind: 'contact',
          person: { scope: 'sms', id: '+4670000111', name: 'Ida Norberg', handle: '+46 70 000 11 1' },
        },
        content: { text: 'Where is my parcel? 📦', attachments: [] },
        sentAt: new Date('2026-11-18T10:58:00Z'),
      },
    ]);
  });

  it('keeps all digits of an id, and files with what is known of them', () => {
    expect(fixture('message_with_files')).toMatchObject([
      {
        id: '90071992547409931',
        thread: { id: 'person:4711' },
        sentAt: new Date(1_795_000_000_000),
        content: {
          text: '',
          attachments: [
            { kind: 'image', name: 'zip.jpg', sizeBytes: 51_200, alt: 'A torn zip', source: { kind: 'url' } },
            { kind: 'file', mimeType: 'application/pdf' },
            { kind: 'unsupported', source: { kind: 'none' } },
          ],
        },
      },
    ]);
  });

  it('knows the echo of our own answer by its id', () => {
    expect(fixture('echo_of_our_answer')).toMatchObject([
      { author: { kind: 'business' }, mark: '0199a1b2-0000-7000-8000-000000000001' },
    ]);
  });

  it('takes an odd name for none, and the time of arrival where none was said', () => {
    const [, second] = fixture('batch');
    expect(second).toMatchObject({ isHistory: true, sentAt: receivedAt, author: { person: { id: 'b' } } });
    expect(second).not.toHaveProperty('author.person.name');
  });

  it.each([
    { what: 'no list at all', body: { events: [] } },
    { what: 'no JSON', body: 'to=ida&text=hi' },
    {
      what: 'a time without an offset',
      body: { type: 'edit', id: '1', text: 'x', at: '2026-11-18T12:00:00' },
      kind: 'edit',
    },
    {
      what: 'more than 500 events',
      body: Array.from({ length: 501 }, () => ({ type: 'deletion', id: '1' })),
      kind: 'deletion',
    },
  ])('reads $what without losing its way', ({ body, kind = 'ignored' }) => {
    const events = read(body);
    expect(events[0]?.kind).toBe(kind);
    if (Array.isArray(body))
      expect(events.at(-1)).toMatchObject({ kind: 'ignored', why: expect.stringContaining('500') });
  });
});
