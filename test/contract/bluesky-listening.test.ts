import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { openLab } from './bluesky-lab.ts';
import { DORA, fixtures, IDA } from './bluesky-world.ts';
import { listenerOf, messagesIn, said, searchFor } from './listener.ts';
import { tryPayloads } from './try-payloads.ts';

const HOUR_MS = 3_600_000;
const lab = openLab();
let listener: ReturnType<typeof listenerOf>;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const post = (text: string, at?: Date, who = IDA) =>
  lab.network.say(who, { place: 'elsewhere', text, ...(at ? { at } : {}) });

beforeEach(async () => {
  listener = listenerOf(lab.connector, lab.credentials, lab.account);
  await listener.ask(searchFor(['kettle co', '#kettleco', '@kettleco']));
});
afterEach(() => listener.close());

describe('listening on Bluesky', () => {
  it('is a stream only where somebody listens, and says what it can', async () => {
    expect(listener.streams()).toEqual(['notifications', 'messages', 'posts', 'search', 'listen']);
    await listener.ask(searchFor(['"', '']));
    expect(listener.streams()).not.toContain('listen');
    await listener.ask();
    expect(listener.streams()).not.toContain('listen');
    expect(lab.connector.capabilities.listening).toMatchObject({ reachMs: 7 * 24 * HOUR_MS });
  });

  it('finds posts that speak of us without @ and #, and each once', async () => {
    await listener.hear();
    await post('The lid of my Kettle Co. pot broke');
    await post('kettleco is great');
    await post('A kettle, and co');
    await post('so #KettleCo');
    await post('Kettle companies');
    const events = messagesIn(await listener.hear());
    expect(said(events).toSorted()).toEqual([
      'The lid of my Kettle Co. pot broke',
      'kettleco is great',
      'so #KettleCo',
    ]);
    for (const event of events)
      expect(event).toMatchObject({ isOverheard: true, thread: { reach: 'earned' }, author: { kind: 'contact' } });
    expect(events[0]?.isHistory).toBeUndefined();
    expect(await listener.hear()).toEqual([]);
  });

  it('does not call overheard what was said to us', async () => {
    await listener.hear();
    const own = lab.network.publish('Our kettle co post').id;
    const mention = await lab.network.say(IDA, { place: 'wall', text: 'kettle co leaks' });
    const answer = await lab.network.say(IDA, { place: `post:${own}`, text: 'nice, kettle co' });
    const deeper = await lab.network.say(DORA, { place: 'elsewhere', text: 'kettle co!', inReplyTo: answer.id });
    const other = await post('I like kettle co');
    const below = await lab.network.say(DORA, { place: 'elsewhere', text: 'kettle co too', inReplyTo: other.id });
    const found = new Map(messagesIn(await listener.hear()).map((event) => [event.id as string, event.isOverheard]));
    expect(Object.fromEntries(found)).toEqual({
      [mention.id]: undefined,
      [answer.id]: undefined,
      [deeper.id]: undefined,
      [other.id]: true,
      [below.id]: true,
    });
  });

  it('leaves out what the account wrote itself', async () => {
    await listener.hear();
    lab.network.publish('News of kettle co');
    const { id } = await post('kettle co?');
    lab.network.publish('kettle co it is', { inReplyTo: id });
    expect(await listener.said()).toEqual(['kettle co?']);
  });

  it('gives a post the same name as a mention, as a keyword and as overheard', async () => {
    await listener.ask(searchFor(['teapot']));
    for (const stream of ['notifications', 'search', 'listen']) await listener.read(stream);
    const { id } = await lab.network.say(IDA, { place: 'wall', text: 'my teapot leaks' });
    for (const stream of ['notifications', 'search', 'listen'])
      expect(messagesIn(await listener.read(stream)).map((event) => event.id)).toEqual([id]);
  });

  it('begins some days back, as history, with no more than a common word brings in one look', async () => {
    await post('kettle co, long ago', ago(24 * 8));
    await post('kettle co, last week', ago(24 * 6));
    const events = messagesIn(await listener.hear());
    expect(events).toMatchObject([{ content: { text: 'kettle co, last week' }, isHistory: true, isOverheard: true }]);
    for (let at = 0; at < 620; at += 1) await post(`tea ${at}`, ago(50 + at / 10));
    await listener.ask(searchFor(['tea']));
    expect(await listener.said()).toHaveLength(500);
    await post('tea now');
    expect(await listener.said()).toEqual(['tea now']);
  });

  it('goes on after a burst larger than one look, without asking the others again', async () => {
    await listener.ask(searchFor(['kettle co', 'tea']));
    await listener.hear();
    for (let at = 0; at < 730; at += 1) await post(`tea ${at}`);
    lab.calls.length = 0;
    expect(new Set(await listener.said()).size).toBe(730);
    expect(lab.calls.filter((call) => call.endsWith('searchPosts')).length).toBeLessThanOrEqual(10);
  });

  it('tells a post once that two words find', async () => {
    await listener.ask(searchFor(['kettle co', 'leaks']), searchFor(['leaks', 'kettle'], { languages: ['fi'] }));
    await listener.hear();
    await post('My Kettle Co leaks');
    expect(await listener.said()).toEqual(['My Kettle Co leaks']);
    expect(await listener.said()).toEqual([]);
  });

  it('asks for one language where a rule wants one', async () => {
    await listener.ask(searchFor(['kettleco'], { languages: ['fi-FI'] }));
    await listener.hear();
    await post('kettleco vuotaa');
    await post('το kettleco στάζει', undefined, DORA);
    expect(await listener.said()).toEqual(['kettleco vuotaa']);
  });

  it('goes on where it was when rules change, and begins a new word with its days', async () => {
    await listener.hear();
    await post('tea of yesterday', ago(24));
    await post('kettle co 1');
    await listener.ask(searchFor(['tea']), searchFor(['kettle co']));
    const events = messagesIn(await listener.hear());
    expect(events.map(({ content, isHistory = false }) => [content.text, isHistory])).toEqual([
      ['tea of yesterday', true],
      ['kettle co 1', false],
    ]);
    await listener.ask(searchFor(['tea']));
    await listener.hear();
    expect(JSON.stringify(listener.cursor())).not.toContain('kettle co');
  });

  it('takes nothing in a word for an instruction', async () => {
    await listener.ask(searchFor([`from:${lab.network.brand.handle}`, 'tea" OR "kettle', '-zzz', 'OR', '(', 'x:y*']));
    await listener.hear();
    await post('Tea');
    await post('kettle');
    await post('we say tea or kettle');
    expect(await listener.said()).toEqual(['we say tea or kettle']);
  });

  it('lets one search that is not understood stop none of the others', async () => {
    await listener.ask(searchFor(['kettle co', 'tea']));
    await listener.hear();
    lab.network.oddSearches.add('"kettle co"');
    await post('tea and kettle co');
    expect(await listener.said()).toEqual(['tea and kettle co']);
    lab.calls.length = 0;
    await post('more tea');
    expect(await listener.said()).toEqual(['more tea']);
    expect(lab.calls.filter((call) => call.endsWith('searchPosts'))).toHaveLength(1);
  });

  it('says so when nothing can be searched, and does not lock the inbox', async () => {
    lab.network.oddSearches.add('"kettle co"').add('#kettleco').add('kettleco');
    await expect(listener.hear()).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('kettle co'),
    });
    expect(await listener.hear()).toEqual([]);
    expect(await listener.read('notifications')).toEqual([]);
  });

  it('hears of deletions', async () => {
    await listener.hear();
    const { id } = await post('kettle co was here');
    await listener.hear();
    await lab.network.remove?.(IDA, id);
    expect(await listener.hear()).toMatchObject([{ kind: 'deletion', id }]);
    expect(await listener.hear()).toEqual([]);
  });

  it('loses nothing in bad weather, and waits when it is told to', async () => {
    await listener.hear();
    Object.assign(lab.network.faults, { duplicate: 0.3, reorder: 0.5, drop: 0.2, failBefore: 0.1 });
    const texts: string[] = [];
    for (let at = 0; at < 40; at += 1) {
      await post(`kettle co ${at}`);
      if (at % 5 === 0) texts.push(...(await listener.said().catch(() => [])));
    }
    Object.assign(lab.network.faults, noFaults());
    texts.push(...(await listener.said()));
    expect(new Set(texts)).toEqual(new Set(Array.from({ length: 40 }, (_, at) => `kettle co ${at}`)));
    lab.network.faults.rateLimit = 1;
    lab.calls.length = 0;
    expect(await listener.hear()).toEqual([]);
    expect(lab.calls).toEqual(['app.bsky.feed.searchPosts']);
    expect(await listener.hear()).toEqual([]);
    expect(lab.calls.filter((call) => call.endsWith('searchPosts'))).toHaveLength(1);
  });

  it('names a login that ended', async () => {
    await listener.hear();
    lab.network.faults.isTokenRevoked = true;
    await expect(listener.hear()).rejects.toMatchObject({ kind: 'needs_login' });
  });
});

it('reads what was found whatever it looks like', async () => {
  const found = fixtures.map((one) => ({ ...one, entry: { ...one.entry, source: 'listen' } }));
  const { failures, understood } = await tryPayloads(lab.connector, found, { seed: 5, count: 2_000 });
  expect(failures).toEqual([]);
  expect(understood).toBeGreaterThan(200);
});

describe('a sample', () => {
  it('shows the newest that is found just now, and leaves no trace', async () => {
    for (let at = 0; at < 130; at += 1) await post(`tea ${at}`, ago(200 - at));
    lab.network.publish('our tea');
    lab.calls.length = 0;
    const found = messagesIn(await listener.sample(searchFor(['tea']), 120));
    expect(found).toHaveLength(120);
    expect(found[0]).toMatchObject({ content: { text: 'tea 129' }, isOverheard: true });
    expect(lab.calls.filter((call) => call.endsWith('searchPosts'))).toHaveLength(2);
    expect(listener.cursor()).toBeUndefined();
  });

  it('mixes the words of a rule by time, each post once, and some at most', async () => {
    await post('kettle co and tea', ago(3));
    await post('tea', ago(2));
    await post('kettle co', ago(1));
    const search = searchFor(['kettle co', 'tea', 'pot']);
    expect(said(await listener.sample(search, 200))).toEqual(['kettle co', 'tea', 'kettle co and tea']);
    expect(said(await listener.sample(search, 1))).toEqual(['kettle co']);
    expect(await listener.sample(searchFor([]), 200)).toEqual([]);
    expect(await listener.sample(search, 0)).toEqual([]);
  });

  it('shows what it can when one word is odd, and says when none is understood', async () => {
    await post('tea');
    lab.network.oddSearches.add('pot');
    expect(said(await listener.sample(searchFor(['tea', 'pot']), 10))).toEqual(['tea']);
    await expect(listener.sample(searchFor(['pot']), 10)).rejects.toMatchObject({ kind: 'misconfigured' });
    lab.network.faults.isTokenRevoked = true;
    const other = listenerOf(
      lab.connector,
      lab.formed({ appPassword: 'aaaa-bbbb-cccc-dddd' }),
      'did:plc:x' as ExternalAccountId,
    );
    await expect(other.sample(searchFor(['tea']), 10)).rejects.toMatchObject({ kind: 'needs_login' });
  });
});
