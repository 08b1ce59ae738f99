import { describe, expect, it } from 'vitest';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { actOf, replyTo, words } from './acts.ts';
import { openLab, picture } from './bluesky-lab.ts';
import { IDA } from './bluesky-world.ts';

const lab = openLab();

describe('quoting', () => {
  it.each<[string, OutgoingAttachment[]]>([
    ['alone', []],
    ['beside pictures', [picture({ alt: 'Red' })]],
  ])('quotes a post %s, and tells its author', async (_, attachments) => {
    const question = await lab.hear('elsewhere', 'My teapot sings');
    const quote = actOf('quote', question, { ...question, text: '', at: new Date(), remote: null }, 'Listen', null);
    if (quote.kind !== 'quote') throw new Error(quote.kind);
    const act = { ...quote, content: { ...quote.content, attachments } };
    const outcome = await lab.send(act);
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    expect(await lab.send(act)).toEqual(outcome);
    expect(await lab.connector.find?.(act, lab.credentials, lab.account)).toEqual(outcome);
    const post = await lab.connector.lookups?.post?.(outcome.id!, lab.credentials, lab.account);
    expect(post).toMatchObject({ isOurs: true, content: { text: 'Listen' } });
    expect(post?.content.attachments).toMatchObject([
      ...attachments.map(({ alt }) => ({ kind: 'image', alt })),
      { kind: 'link', title: '@ida.test: My teapot sings' },
    ]);
    expect(await lab.arrived()).toMatchObject([{ kind: 'post', content: { text: 'Listen' } }]);
    const theirs = (await lab.connector.lookups?.post?.(question.id, lab.credentials, lab.account))?.counts;
    expect(theirs).toMatchObject({ shares: 1 });
  });

  it.each<[string, (id: string) => unknown, string]>([
    ['is gone', (id) => lab.network.remove?.(IDA, id), 'gone'],
    ['is closed to quotes', (id) => lab.network.forbidQuotes(id), 'not_allowed'],
  ])('quotes no post that %s', async (_, happens, reason) => {
    const question = await lab.hear('elsewhere', 'My teapot sings');
    await happens(question.id);
    const own = { id: question.id, text: '', at: new Date(), remote: null };
    expect(await lab.send(actOf('quote', question, own, 'Listen', null))).toMatchObject({ kind: 'refused', reason });
  });

  it.each(['quote', 'reply'] as const)('makes no %s that a block hides, where the post is not listed', async (kind) => {
    const question = await lab.hear('elsewhere', 'My teapot sings');
    const own = { id: question.id, text: '', at: new Date(), remote: null };
    const act = kind === 'quote' ? actOf(kind, question, own, 'Listen', null) : replyTo(question, words('Listen'));
    const blocked = createBluesky({
      fetch: async (url, init) => {
        const { pathname } = new URL(String(url));
        if (pathname.endsWith('app.bsky.feed.getPosts')) return Response.json({ posts: [] });
        if (pathname.endsWith('app.bsky.actor.getProfile'))
          return Response.json({ did: question.id.split('/')[2], handle: 'ida.test', viewer: { blockedBy: true } });
        return fetch(url, init);
      },
    });
    expect(await blocked.send(act, lab.credentials, lab.account)).toMatchObject({ kind: 'refused', reason: 'blocked' });
  });
});
