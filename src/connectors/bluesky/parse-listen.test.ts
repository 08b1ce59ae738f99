import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const KETTLE = 'did:plc:ikyjnkvgvvdnl3uu7cs4p3q6';
const context = { account: KETTLE as ExternalAccountId, settings: {}, receivedAt: new Date('2026-11-22T09:00:00Z') };
interface Fixture {
  readonly notification?: object;
  readonly post?: object;
}
const postIn = (name: string): object => {
  const path = new URL(`./fixtures/${name}.json`, import.meta.url);
  const { post, notification } = JSON.parse(readFileSync(path, 'utf8')) as Fixture;
  return post ?? notification ?? {};
};
const parsed = (post: object, source = 'listen') =>
  parse({ source, headers: {}, body: Buffer.from(JSON.stringify({ post, keyword: 'kettle' })) }, context)[0];

describe('what listening found', () => {
  it.each([
    ['a post that speaks to nobody', 'keyword', true],
    ['a mention of the account', 'mention', false],
    ['an answer below our post', 'reply', false],
    ['a quote of our post', 'quote', false],
  ])('%s', (_, name, isOverheard) => {
    const event = parsed(postIn(name));
    expect(event).toMatchObject({ kind: 'message', author: { kind: 'contact' } });
    expect(event && 'isOverheard' in event).toBe(isOverheard);
  });

  it('is the same message as from any other stream, but for being overheard', () => {
    const other = parsed(postIn('keyword'), 'search');
    expect(other).not.toHaveProperty('isOverheard');
    expect(parsed(postIn('keyword'))).toEqual({ ...other, isOverheard: true });
  });

  it.each(['own-reply', 'own-post'])('%s stays ours', (name) => {
    const event = parsed(postIn(name));
    expect(event).toMatchObject({ author: { kind: 'business' } });
    expect(event).not.toHaveProperty('isOverheard');
  });

  it.each<[string, object | null, boolean]>([
    [
      'our post beside a picture',
      { record: { record: { uri: `at://${KETTLE}/app.bsky.feed.post/1`, cid: 'b' } } },
      false,
    ],
    ['our post in a quote of another', { record: { uri: 'at://did:plc:a/app.bsky.feed.post/1', cid: 'b' } }, true],
    ['nothing that can be read', { record: { uri: 7, record: [null] } }, true],
    ['an odd embed', { record: null }, true],
    ['no embed', null, true],
  ])('a quote of %s', (_, embed, isOverheard) => {
    const post = postIn('keyword') as { readonly record: object };
    const quoting = { ...post.record, embed: embed && { $type: 'app.bsky.embed.recordWithMedia', ...embed } };
    const event = parsed({ ...post, record: quoting });
    expect(event && 'isOverheard' in event).toBe(isOverheard);
  });
});
