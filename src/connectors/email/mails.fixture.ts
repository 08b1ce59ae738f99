import { readFileSync } from 'node:fs';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parseMail } from './parse.ts';

export const context: ParseContext = {
  account: 'care@kettle.example' as ExternalAccountId,
  settings: null,
  receivedAt: new Date('2026-11-20T10:00:00Z'),
};

export function entryOf(body: Uint8Array, headers: Record<string, string> = {}, source = 'INBOX'): RawEntry {
  return {
    source,
    body,
    headers: {
      folder: source,
      uid: '7',
      uidvalidity: '1',
      internaldate: '2026-11-20T09:30:00.000Z',
      isHistory: 'false',
      ...headers,
    },
  };
}
export const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}.eml`, import.meta.url)));
export const parseFixture = (name: string, headers: Record<string, string> = {}) =>
  parseMail(entryOf(fixture(name), headers, name.startsWith('sent-') ? 'Sent' : 'INBOX'), context);
export const parseText = (mail: string, headers: Record<string, string> = {}) =>
  parseMail(entryOf(new TextEncoder().encode(mail.replaceAll('\n', '\r\n')), headers), context);

export function messageIn(events: readonly ChannelEvent[]): MessageEvent {
  const message = events.find((event): event is MessageEvent => event.kind === 'message');
  if (!message) throw new Error('no message');
  return message;
}
