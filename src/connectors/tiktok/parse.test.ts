import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';
import { webhookAt } from './signature.ts';

const bodyOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));
const context = {
  account: 'act.kettle' as ExternalAccountId,
  settings: {},
  receivedAt: new Date('2026-11-22T09:00:00Z'),
};

it.each([
  {
    name: 'comment',
    expected: [
      {
        kind: 'message',
        id: '7100000000000000900',
        thread: { id: '7100000000000000001', reach: 'owned_public', title: 'Our new kettle' },
        author: { kind: 'contact', person: { id: 'u_dora', scope: 'act.kettle', name: 'Dora', handle: 'doralind' } },
        content: { text: 'Mine leaks' },
        sentAt: new Date(1_795_166_101_000),
        remote: { video: '7100000000000000001' },
      },
    ],
  },
  {
    name: 'own_answer',
    expected: [{ id: '7100000000000000901', author: { kind: 'business' }, parent: '7100000000000000900' }],
  },
  { name: 'webhook_deleted', expected: [{ kind: 'deletion', account: 'act.kettle', id: '7100000000000000900' }] },
  { name: 'webhook_hidden', expected: [{ kind: 'visibility', isHidden: true, id: '7100000000000000900' }] },
  { name: 'webhook_public', expected: [{ kind: 'visibility', isHidden: false }] },
  { name: 'video', expected: [{ kind: 'post', counts: { comments: 2 }, at: new Date(1_795_000_000_000) }] },
])('reads $name', ({ name, expected }) => {
  expect(parse({ source: 'comments', headers: {}, body: bodyOf(name) }, context)).toMatchObject(expected);
});

it('gives a top-level comment no parent', () => {
  const [event] = parse({ source: 'comments', headers: {}, body: bodyOf('comment') }, context);
  expect(event).not.toHaveProperty('parent');
});

const appSecret = 'app-secret';
const credentials = { appId: '1', appSecret, refreshToken: 'r', businessId: 'b' };
const now = new Date('2026-11-22T09:00:00Z');
const t = now.getTime() / 1_000;
const body = bodyOf('webhook_deleted');
const signed = (time: number) =>
  `t=${time},s=${createHmac('sha256', appSecret).update(`${time}.`).update(body).digest('hex')}`;

it.each([
  { what: 'its signature', header: signed(t), expected: true },
  { what: 'a signature of 70 hours ago, repeated', header: signed(t - 70 * 3_600), expected: true },
  { what: 'a signature of four days ago', header: signed(t - 96 * 3_600), expected: false },
  { what: 'a signature of tomorrow', header: signed(t + 86_400), expected: false },
  { what: 'another time than was signed', header: signed(t).replace(`t=${t}`, `t=${t - 1}`), expected: false },
  { what: 'no time', header: signed(t).replace(/^t=\d+,/, ''), expected: false },
  { what: 'nothing', header: '', expected: false },
])('judges a webhook with $what', ({ header, expected }) => {
  const request = { headers: { 'Tiktok-Signature': header }, query: {}, body };
  expect(webhookAt(() => now).isAuthentic(request, credentials)).toBe(expected);
});
