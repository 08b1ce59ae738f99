import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFaults } from '../../src/simulators/network.ts';
import { fixturesOf, ida, oskar } from './lab.ts';
import { type Listener, listenerOf, messagesIn, said, searchFor } from './listener.ts';
import { CARE, type MastodonLab, openMastodon } from './mastodon-world.ts';
import { tryPayloads } from './try-payloads.ts';

const HOUR_MS = 3_600_000;
let lab: MastodonLab;
let listener: Listener;
const ago = (hours: number) => new Date(lab.clock.now().getTime() - hours * HOUR_MS);
const post = (text: string, at?: Date, who = ida) =>
  lab.network.say(who, { place: 'elsewhere', text, ...(at ? { at } : {}) });
/** The next look, a minute later. */
const hear = () => {
  lab.clock.pass(60_000);
  return listener.hear();
};
const heard = async () => said(await hear());

beforeEach(async () => {
  lab = await openMastodon();
  listener = listenerOf(lab.connector, lab.credentials, CARE) as Listener;
  await listener.ask(searchFor(['kettle co', '#kettleco', '@kettleco']));
});
afterEach(async () => {
  await listener.close();
  await lab.close();
});

describe('listening on Mastodon', () => {
  it('is a stream only where somebody listens, and says what it can', async () => {
    expect(listener.streams()).toEqual(['notifications', 'posts', 'search', 'listen']);
    await listener.ask();
    expect(listener.streams()).not.toContain('listen');
    expect(lab.connector.capabilities.listening).toMatchObject({ reachMs: 7 * 24 * HOUR_MS });
  });

  it('finds posts that speak of us without @ and #, and each once', async () => {
    await hear();
    await post('The lid of my Kettle Co. pot broke');
    await post('kettleco is great #kettleco');
    await post('A kettle, and co');
    await post('so #KettleCo');
    const events = messagesIn(await hear());
    expect(said(events).toSorted()).toEqual([
      'The lid of my Kettle Co. pot broke',
      'kettleco is great #kettleco',
      'so #KettleCo',
    ]);
    for (const event of events)
      expect(event).toMatchObject({ isOverheard: true, thread: { reach: 'earned' }, author: { kind: 'contact' } });
    expect(await hear()).toEqual([]);
  });

  it('does not call overheard what was said to us', async () => {
    await hear();
    const own = lab.simulator.publish('Our post');
    const mention = await lab.network.say(ida, { place: 'wall', text: 'kettleco leaks' });
    const answer = await lab.network.say(ida, { place: 'elsewhere', text: 'nice, kettleco', inReplyTo: own });
    const deeper = await lab.network.say(oskar, { place: 'elsewhere', text: 'kettleco!', inReplyTo: answer.id });
    const other = await post('I like kettleco');
    const below = await lab.network.say(oskar, { place: 'elsewhere', text: 'kettleco too', inReplyTo: other.id });
    const found = messagesIn(await hear()).map(({ id, isOverheard = false }) => [id as string, isOverheard] as const);
    // whoever answers is addressed by their program, and so are those below
    expect(Object.fromEntries(found)).toMatchObject({ [mention.id]: false, [answer.id]: false, [deeper.id]: false });
    expect(Object.fromEntries(found)[other.id]).toBe(true);
    expect(found.map(([id]) => id)).toContain(below.id);
  });

  it('leaves out what the account wrote itself, and what was written for few', async () => {
    await hear();
    lab.simulator.publish('News of kettleco');
    await lab.network.say(ida, { place: 'direct', text: 'kettleco, in private' });
    await post('kettleco?');
    expect(await heard()).toEqual(['kettleco?']);
  });

  it('gives a post the same name as a mention, as a keyword and as overheard', async () => {
    await listener.ask(searchFor(['teapot']));
    for (const stream of ['notifications', 'search', 'listen']) await listener.read(stream);
    const { id } = await lab.network.say(ida, { place: 'wall', text: 'my teapot leaks' });
    lab.clock.pass(60_000);
    for (const stream of ['notifications', 'search', 'listen'])
      expect(messagesIn(await listener.read(stream)).map((event) => event.id)).toEqual([id]);
  });

  it('begins some days back, as history, with no more than a common word brings in one look', async () => {
    await post('kettleco, long ago', ago(24 * 8));
    await post('kettleco, last week', ago(24 * 6));
    expect(messagesIn(await hear())).toMatchObject([
      { content: { text: 'kettleco, last week' }, isHistory: true, isOverheard: true },
    ]);
    for (let at = 0; at < 260; at += 1) await post(`tea ${at}`, ago(50 + at / 5));
    await listener.ask(searchFor(['tea']));
    expect((await heard()).length).toBeGreaterThanOrEqual(190);
    await post('tea now');
    expect(await heard()).toEqual(['tea now']);
  });

  it.each(['tea', '#tea'])('goes on after a burst of %s larger than one look, each post once', async (word) => {
    await listener.ask(searchFor([word, 'kettle co']));
    await hear();
    const wanted = Array.from({ length: 330 }, (_, at) => `${at} ${word}`);
    const at = lab.clock.now().getTime();
    // several in one second, and pages that end within one
    for (const [index, text] of wanted.entries()) await post(text, new Date(at + index * 300));
    lab.clock.pass(120_000);
    const texts = await heard();
    expect(texts).toHaveLength(330);
    expect(new Set(texts)).toEqual(new Set(wanted));
  });

  it('what another server brings late, below what was read already', async () => {
    await hear();
    await post('First #kettleco');
    await hear();
    await post('Late #kettleco', ago(2));
    expect(await heard()).toEqual(['Late #kettleco']);
  });

  it('finds words only where it may, and hashtags everywhere', async () => {
    await hear();
    lab.simulator.hideFromSearch(oskar);
    await post('kettleco, says Oskar', undefined, oskar);
    await post('#kettleco, says Oskar', undefined, oskar);
    expect(await heard()).toEqual(['#kettleco, says Oskar']);
    lab.simulator.dials.hasSearch = false;
    await post('kettleco');
    await post('#kettleco');
    expect(await heard()).toEqual(['#kettleco']);
  });

  it('goes on with hashtags when the token may not search, and does not end the inbox', async () => {
    lab.simulator.scopes.splice(0, 2, 'read:statuses', 'read:notifications');
    await hear();
    await post('some #kettleco');
    expect(await heard()).toEqual(['some #kettleco']);
    await listener.ask(searchFor(['tea']));
    await expect(hear()).rejects.toMatchObject({ kind: 'misconfigured', message: expect.stringContaining('scopes') });
    expect(await hear()).toEqual([]);
    expect(await listener.read('notifications')).toEqual([]);
  });

  it('takes nothing in a word for an instruction', async () => {
    await listener.ask(searchFor(['from:me', 'tea" -pot "kettle', '-zzz', '#a/../../v1/notifications']));
    await hear();
    await post('we say tea pot kettle');
    await post('tea');
    lab.simulator.publish('Ours');
    expect(await heard()).toEqual(['we say tea pot kettle']);
  });

  it('goes on where it was when rules change', async () => {
    await hear();
    await post('tea of yesterday', ago(24));
    await post('kettleco 1');
    await listener.ask(searchFor(['tea']), searchFor(['kettleco']));
    const events = messagesIn(await hear());
    expect(events.map(({ content, isHistory = false }) => [content.text, isHistory]).toSorted()).toEqual([
      ['kettleco 1', false],
      ['tea of yesterday', true],
    ]);
    await listener.ask(searchFor(['tea']));
    await hear();
    expect(JSON.stringify(listener.cursor())).not.toContain('kettleco');
  });

  it('stays within its share of the calls, and still asks for every word', async () => {
    const words = Array.from({ length: 30 }, (_, at) => `word${at}`);
    await listener.ask(searchFor(words));
    for (let at = 0; at < 2; at += 1) await hear();
    for (const word of words) await post(`my ${word}`);
    const texts = [...(await heard()), ...(await heard())];
    expect(new Set(texts)).toEqual(new Set(words.map((word) => `my ${word}`)));
  });

  it('loses nothing in bad weather', async () => {
    await hear();
    Object.assign(lab.network.faults, { duplicate: 0.3, reorder: 0.5, drop: 0.2, failBefore: 0.1, rateLimit: 0.05 });
    const texts = new Set<string>();
    for (let at = 0; at < 40; at += 1) {
      await post(`kettleco ${at}`);
      if (at % 5 === 0) for (const text of await heard().catch(() => [])) texts.add(text);
    }
    Object.assign(lab.network.faults, noFaults());
    lab.clock.pass(300_000);
    for (const text of await heard()) texts.add(text);
    expect(texts).toEqual(new Set(Array.from({ length: 40 }, (_, at) => `kettleco ${at}`)));
  });

  it('names a token that was revoked', async () => {
    await hear();
    lab.network.faults.isTokenRevoked = true;
    await expect(hear()).rejects.toMatchObject({ kind: 'needs_login' });
  });
});

it('reads what was found whatever it looks like', async () => {
  const found = fixturesOf('mastodon', {}, { account: CARE, source: () => 'listen' });
  const { failures, understood } = await tryPayloads(lab.connector, found, { seed: 5, count: 2_000 });
  expect(failures).toEqual([]);
  expect(understood).toBeGreaterThan(200);
});

describe('a sample', () => {
  it('shows the newest that is found just now, in one or two calls, and leaves no trace', async () => {
    for (let at = 0; at < 100; at += 1) await post(`tea ${at}`, ago(200 - at));
    lab.simulator.publish('our tea');
    const found = messagesIn(await listener.sample(searchFor(['tea']), 60));
    expect(found).toHaveLength(60);
    expect(found[0]).toMatchObject({ content: { text: 'tea 99' }, isOverheard: true });
    expect(listener.cursor()).toBeUndefined();
  });

  it('mixes the words of a rule by time, each post once, and some at most', async () => {
    await post('kettle co and #tea', ago(3));
    await post('#tea', ago(2));
    await post('kettle co', ago(1));
    const search = searchFor(['kettle co', '#tea', 'pot']);
    expect(said(await listener.sample(search, 200))).toEqual(['kettle co', '#tea', 'kettle co and #tea']);
    expect(said(await listener.sample(search, 1))).toEqual(['kettle co']);
    expect(await listener.sample(searchFor([]), 200)).toEqual([]);
  });

  it('says when nothing can be searched', async () => {
    lab.network.faults.rateLimit = 1;
    await expect(listener.sample(searchFor(['pot']), 10)).rejects.toMatchObject({ kind: 'limited' });
  });
});
