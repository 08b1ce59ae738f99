import { describe, expect, it } from 'vitest';
import type { Cursor, Pulled } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { ida, oskar } from './lab.ts';
import { messages, openRedditLab } from './reddit-lab.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const lab = openRedditLab();
const { use, arrived, posts, place, hear, send } = lab;

describe('reading', () => {
  it('brings mentions elsewhere, posts and comments in the own subreddit, and posts with a keyword, each once', async () => {
    await arrived();
    const { network } = lab.world;
    const elsewhere = await network.say(ida, { place: 'elsewhere', text: 'what do you say?' });
    const post = await network.say(oskar, { place: 'wall', text: 'My teapot\nIt drips.' });
    const below = network.comment('somebody', post.id, 'Mine too');
    const keyword = network.post('somebody', network.foreign, 'Which teapot?');
    network.post('somebody', network.foreign, 'Which cup?');
    const heard = messages(await arrived());
    expect(new Set(heard.map(({ id }) => id))).toEqual(new Set([elsewhere.id, post.id, below.id, keyword.id]));
    expect(heard).toHaveLength(4);
    const reach = (id: string) => heard.find((one) => one.id === id)?.thread.reach;
    expect([reach(elsewhere.id), reach(post.id), reach(below.id), reach(keyword.id)]).toEqual([
      'earned',
      'owned_public',
      'owned_public',
      'earned',
    ]);
    expect(await arrived()).toEqual([]);
  });

  it('drops what the fuzzy search brings without the words', async () => {
    await use({ keywords: 'iron teapot' });
    await arrived();
    lab.world.network.post('somebody', lab.world.network.foreign, 'An iron for shirts');
    const { id } = lab.world.network.post('somebody', lab.world.network.foreign, 'A Teapot made of iron');
    expect(messages(await arrived()).map((one) => one.id)).toEqual([id]);
  });

  it('brings the days before as history', async () => {
    const ago = (days: number) => new Date(lab.world.clock.now().getTime() - days * DAY_MS);
    await lab.world.network.say(ida, { place: place(), text: 'long ago', at: ago(60) });
    await lab.world.network.say(ida, { place: place(), text: 'yesterday', at: ago(1) });
    expect(messages(await arrived()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['yesterday', true],
    ]);
    await lab.world.network.say(ida, { place: place(), text: 'now' });
    expect(messages(await arrived()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['now', undefined],
    ]);
  });

  it('keeps <, > and & as they were written', async () => {
    expect((await hear('1 < 2 && "so" > that')).content.text).toBe('1 < 2 && "so" > that');
  });

  it('sees edits, deletions and what moderators do, each once', async () => {
    const question = await hear('Mine leaks');
    await lab.world.network.edit?.(ida, question.id, 'Mine leaks at the bottom');
    expect(await arrived()).toMatchObject([
      { kind: 'edit', id: question.id, content: { text: 'Mine leaks at the bottom' } },
    ]);
    lab.world.network.moderate(question.id, 'automod_filtered');
    expect(await arrived()).toMatchObject([{ kind: 'visibility', id: question.id, isHidden: true }]);
    lab.world.network.moderate(question.id, null);
    expect(await arrived()).toMatchObject([{ kind: 'visibility', id: question.id, isHidden: false }]);
    await lab.world.network.remove?.(ida, question.id);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id: question.id }]);
    expect(await arrived()).toEqual([]);
  });

  it('tells of own posts, and again when comments have come', async () => {
    expect(await posts()).toHaveLength(2);
    expect(await posts()).toEqual([]);
    await lab.world.network.say(ida, { place: place(), text: 'Nice' });
    expect(await posts()).toMatchObject([{ author: { kind: 'business' }, counts: { comments: 1 } }]);
  });

  it('shows what is left of private messages', async () => {
    await arrived();
    const { id } = lab.world.network.write('somemod', 'About your post', 'Please read our rules.');
    expect(messages(await arrived())).toMatchObject([
      { id, thread: { reach: 'owned_private', title: 'About your post' }, content: { text: 'Please read our rules.' } },
    ]);
  });

  it('goes on when one subreddit is closed to the account', async () => {
    await use({ subreddits: 'kettlehelp, closed' });
    await arrived();
    lab.world.network.store.subreddit('closed').isPrivate = true;
    const { id } = await lab.world.network.say(ida, { place: 'wall', text: 'Still here' });
    expect(messages(await arrived()).map((one) => one.id)).toEqual([id]);
  });

  it('finds a post with a keyword that was written while nobody looked for weeks', async () => {
    await arrived();
    const { id } = lab.world.network.post('somebody', lab.world.network.foreign, 'Which teapot?');
    lab.world.clock.pass(20 * DAY_MS);
    expect(messages(await arrived()).map((one) => one.id)).toEqual([id]);
  });

  it('reads on when the post below which a long walk was to go on is deleted', async () => {
    await use({ keywords: '' });
    await arrived();
    const { network, connector, credentials, account, settings, clock } = lab.world;
    const said = Array.from({ length: 650 }, (_, at) => network.post('somebody', 'kettlehelp', `Post ${at}`).id);
    clock.pass(5 * MINUTE_MS);
    const session = await connector.source!.open(credentials, account, settings);
    const heard = new Set<string>();
    let cursor: Cursor = { since: new Date(0).toISOString(), lists: {}, things: [] };
    for (let more = true; more; ) {
      const pulled: Pulled = await session.pull('reddit', cursor);
      ({ cursor, more } = pulled);
      for (const entry of pulled.entries) {
        const events = await connector.parse(
          { source: 'reddit', ...entry },
          { account, settings, receivedAt: new Date() },
        );
        for (const event of messages(events)) heard.add(event.id);
      }
      const { lists } = cursor as { lists: Record<string, { mark: { deeper: { page: string } | null } }> };
      const anchor = network.store.said.get(lists['posts kettlehelp']?.mark.deeper?.page ?? '');
      if (anchor) anchor.author = null;
    }
    expect(said.filter((id) => !heard.has(id))).toEqual([]);
  });

  it('says what can no longer be listed after a very long silence', async () => {
    await use({ subreddits: '', keywords: '' });
    const session = await lab.world.connector.source!.open(lab.world.credentials, lab.world.account, {});
    const gaps: Pulled['gap'][] = [];
    let cursor: Cursor = null;
    const pullAll = async () => {
      for (let more = true; more; ) {
        const pulled: Pulled = await session.pull('reddit', cursor);
        ({ cursor, more } = pulled);
        if (pulled.gap) gaps.push(pulled.gap);
      }
    };
    await lab.world.network.say(ida, { place: place(), text: 'Before' });
    await pullAll();
    lab.world.clock.pass(DAY_MS);
    const since = lab.world.clock.now();
    for (let at = 0; at < 1_100; at += 1) await lab.world.network.say(ida, { place: place(), text: `Word ${at}` });
    await pullAll();
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.from.getTime()).toBeLessThan(since.getTime());
    expect(gaps[0]?.to.getTime()).toBeGreaterThan(since.getTime());
  });

  it('loses nothing and doubles nothing in bad weather', async () => {
    await arrived();
    Object.assign(lab.world.network.faults, {
      duplicate: 0.3,
      reorder: 0.5,
      drop: 0.2,
      failBefore: 0.1,
      rateLimit: 0.02,
    });
    const said: string[] = [];
    const heard: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      const where = at % 3 === 0 ? place() : at % 3 === 1 ? 'wall' : 'elsewhere';
      said.push((await lab.world.network.say(at % 2 ? ida : oskar, { place: where, text: `Word ${at}` })).id);
      if (at % 10 === 0) heard.push(...messages(await arrived().catch(() => [])).map(({ id }) => id));
    }
    Object.assign(lab.world.network.faults, noFaults());
    lab.world.clock.pass(10 * MINUTE_MS);
    heard.push(...messages(await arrived()).map(({ id }) => id));
    expect(heard.toSorted()).toEqual(said.toSorted());
  });

  it('does not read another account into this inbox', async () => {
    const other = pullsOf(lab.world.connector, lab.world.credentials, 't2_other' as ExternalAccountId);
    await expect(other.arrived()).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringMatching(/kettleco/),
    });
  });

  it('leaves calls for answers when they run short', async () => {
    const question = await hear('Anyone?');
    lab.world.network.limit.count = 60;
    await expect(
      (async () => {
        for (let at = 0; at < 60; at += 1) await lab.pulls.arrived();
      })(),
    ).rejects.toMatchObject({ kind: 'limited' });
    expect(await send(replyTo(question, words('Yes')))).toMatchObject({ kind: 'accepted' });
  });
});
