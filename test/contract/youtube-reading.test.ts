import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { ida, oskar } from './lab.ts';
import { messages, openYouTubeLab } from './youtube-lab.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const lab = openYouTubeLab();
const { use, arrived, posts, say, hear, send } = lab;

describe('reading', () => {
  it('brings what was said before as history, as far back as asked for', async () => {
    const ago = (days: number) => ({ at: new Date(lab.world.clock.now().getTime() - days * DAY_MS) });
    await say('a year ago', ago(365));
    await say('yesterday', ago(1));
    expect(messages(await arrived()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['yesterday', true],
    ]);
    await say('now');
    expect(messages(await arrived()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['now', undefined],
    ]);
  });

  it('brings every answer of a long thread, once and in order', async () => {
    const { id } = await say('First');
    for (let at = 0; at < 130; at += 1) await say(`Answer ${at}`, { inReplyTo: id }, at % 2 ? ida : oskar);
    const heard = messages(await arrived());
    expect(heard.map(({ content }) => content.text)).toEqual([
      'First',
      ...Array.from({ length: 130 }, (_, at) => `Answer ${at}`),
    ]);
    expect(heard.slice(1).every(({ parent }) => parent === id)).toBe(true);
    expect(await arrived()).toEqual([]);
  });

  it('hears an answer below a comment that is no longer among the newest', async () => {
    const { id } = await say('An old question');
    for (let at = 0; at < 120; at += 1) await say(`Newer ${at}`);
    await arrived();
    await say('Me too', { inReplyTo: id }, oskar);
    let heard = messages(await arrived());
    for (let look = 0; look < 6 && heard.length === 0; look += 1) {
      lab.world.clock.pass(5 * MINUTE_MS);
      heard = messages(await arrived());
    }
    expect(heard).toMatchObject([{ parent: id, content: { text: 'Me too' } }]);
  });

  it('sees edits and deletions, each once', async () => {
    const question = await hear('Mine leaks');
    const answer = await say('Same', { inReplyTo: question.id }, oskar);
    await arrived();
    await lab.world.network.edit?.(ida, question.id, 'Mine leaks at the lid');
    expect(await arrived()).toMatchObject([
      { kind: 'edit', id: question.id, content: { text: 'Mine leaks at the lid' } },
    ]);
    await lab.world.network.remove?.(oskar, answer.id);
    lab.world.clock.pass(15 * MINUTE_MS);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id: answer.id }]);
    await lab.world.network.remove?.(ida, question.id);
    lab.world.clock.pass(15 * MINUTE_MS);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id: question.id }]);
    lab.world.clock.pass(15 * MINUTE_MS);
    expect(await arrived()).toEqual([]);
  });

  it('hears what YouTube holds back, and when it was published after all', async () => {
    await arrived();
    const { id } = await say('Buy at http://cheap.example');
    lab.world.network.moderate(id, 'likelySpam');
    lab.world.clock.pass(10 * MINUTE_MS);
    expect(await arrived()).toMatchObject([
      { kind: 'message', id },
      { kind: 'visibility', id, isHidden: true },
    ]);
    lab.world.network.moderate(id, 'published');
    expect(await arrived()).toMatchObject([{ kind: 'visibility', id, isHidden: false }]);
    lab.world.clock.pass(30 * MINUTE_MS);
    expect(await arrived()).toEqual([]);
  });

  it('hears a held answer, and does not take its neighbours for held', async () => {
    const question = await hear('Question');
    const { id } = await say('Spam', { inReplyTo: question.id }, oskar);
    lab.world.network.moderate(id, 'heldForReview');
    lab.world.clock.pass(10 * MINUTE_MS);
    expect(await arrived()).toMatchObject([
      { kind: 'message', id },
      { kind: 'visibility', id, isHidden: true },
    ]);
  });

  it('does not take the rest of an old thread for held when one answer in it is', async () => {
    const at = new Date(lab.world.clock.now().getTime() - 300 * DAY_MS);
    const { id } = await say('Long ago', { at });
    await say('Long ago too', { at, inReplyTo: id }, oskar);
    await arrived();
    const spam = await say('Spam', { inReplyTo: id });
    lab.world.network.moderate(spam.id, 'heldForReview');
    lab.world.clock.pass(10 * MINUTE_MS);
    const hidden = (await arrived()).filter((event) => event.kind === 'visibility' && event.isHidden);
    expect(hidden).toMatchObject([{ id: spam.id }]);
  });

  it('finds what is gone also where YouTube refuses the whole request for it', async () => {
    lab.world.network.manners.missesLoudly = true;
    const said = [];
    for (let at = 0; at < 12; at += 1) said.push(await say(`Word ${at}`));
    await arrived();
    await lab.world.network.remove?.(ida, said[3]?.id ?? '');
    await lab.world.network.remove?.(ida, said[8]?.id ?? '');
    lab.world.clock.pass(5 * MINUTE_MS);
    const gone = (await arrived()).flatMap((event) => (event.kind === 'deletion' ? [event.id as string] : []));
    expect(gone.toSorted()).toEqual([said[3]?.id, said[8]?.id].toSorted());
  });

  it('sees the others when YouTube refuses the whole request for one that is closed', async () => {
    const { network, clock } = lab.world;
    const [first, second] = network.places(ida);
    const open = await network.say(ida, { place: first!.id, text: 'Open' });
    const { thread } = await network.say(ida, { place: second!.id, text: 'Closed' });
    await arrived();
    network.manners.refusesClosed = true;
    network.closeComments(thread);
    await network.remove?.(ida, open.id);
    clock.pass(5 * MINUTE_MS);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id: open.id }]);
  });

  it('hears an answer that came while another one went, in a thread too long to come whole', async () => {
    const { id } = await say('First');
    const said = [];
    for (let at = 0; at < 9; at += 1) said.push(await say(`Answer ${at}`, { inReplyTo: id }, oskar));
    await arrived();
    await lab.world.network.remove?.(oskar, said[1]!.id);
    const late = await say('Late', { inReplyTo: id });
    const heard: string[] = [];
    for (let look = 0; look < 5; look += 1) {
      heard.push(...messages(await arrived()).map((one) => one.id));
      lab.world.clock.pass(15 * MINUTE_MS);
    }
    expect(heard).toEqual([late.id]);
  });

  it('keeps a comment whose author is gone', async () => {
    await arrived();
    const { id } = await say('I was here');
    lab.world.network.forgetAuthor(id);
    expect(await arrived()).toMatchObject([{ kind: 'message', id, author: { kind: 'unknown' } }]);
  });

  it('tells of videos with their counts, again only when these change', async () => {
    expect(await posts()).toHaveLength(2);
    lab.world.clock.pass(30 * MINUTE_MS);
    expect(await posts()).toEqual([]);
    await say('One more');
    lab.world.clock.pass(30 * MINUTE_MS);
    expect(await posts()).toMatchObject([{ counts: { comments: 1 }, author: { kind: 'business' } }]);
  });

  it('loses nothing and doubles nothing in bad weather', async () => {
    await arrived();
    Object.assign(lab.world.network.faults, {
      duplicate: 0.3,
      reorder: 0.5,
      drop: 0.2,
      failBefore: 0.1,
      rateLimit: 0.05,
    });
    const said: string[] = [];
    const heard: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      const inReplyTo = at % 3 === 0 ? said.at(-1) : undefined;
      said.push((await say(`Word ${at}`, inReplyTo === undefined ? {} : { inReplyTo }, at % 2 ? ida : oskar)).id);
      if (at % 10 === 0) heard.push(...messages(await arrived().catch(() => [])).map(({ id }) => id));
    }
    Object.assign(lab.world.network.faults, noFaults());
    heard.push(...messages(await arrived()).map(({ id }) => id));
    expect(heard.toSorted()).toEqual(said.toSorted());
  });

  it('does not read another channel into this inbox', async () => {
    const other = pullsOf(lab.world.connector, lab.world.credentials, 'UCother' as ExternalAccountId);
    await expect(other.arrived()).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringMatching(/Kettle/),
    });
  });
});

describe('the quota', () => {
  it('is not spent on a quiet day by more than planned, and is told as used', async () => {
    const session = await lab.world.connector.source?.open(lab.world.credentials, lab.world.account, {});
    let cursor = null;
    let told = 0;
    for (let at = 0; at < 720; at += 1) {
      const pulled = await session!.pull('comments', cursor);
      cursor = JSON.parse(JSON.stringify(pulled.cursor));
      if (pulled.quota?.used) told = Math.max(told, pulled.quota.used);
      lab.world.clock.pass(2 * MINUTE_MS - 5 * 1_300);
    }
    const asked = lab.world.calls.filter((call) => !call.includes('/token')).length;
    expect(asked).toBeLessThan(1_700);
    expect(told).toBeGreaterThan(700);
  });

  it('when used up stops reading and answering until midnight in California', async () => {
    const question = await hear('Anyone?');
    lab.world.network.quota.limit = lab.world.network.quota.used;
    await expect(lab.pulls.arrived()).rejects.toMatchObject({ kind: 'limited' });
    const outcome = await send(replyTo(question, words('Here')));
    expect(outcome).toMatchObject({ kind: 'try_later', detail: expect.stringMatching(/midnight/) });
    const wait = outcome.kind === 'try_later' ? outcome.afterMs : 0;
    expect(wait).toBeGreaterThan(10 * 3_600_000);
    lab.world.clock.pass(wait);
    await say('A new day');
    expect(messages(await arrived())).toHaveLength(1);
  });

  it('that runs short makes reading slow before it ends', async () => {
    await use({ quota: 1_200, form: { dailyUnits: 1_200 } });
    await arrived();
    const before = lab.world.calls.length;
    for (let at = 0; at < 10; at += 1) await arrived();
    expect(lab.world.calls.length).toBe(before);
  });
});
