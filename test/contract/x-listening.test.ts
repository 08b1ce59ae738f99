import { afterEach, describe, expect, it } from 'vitest';
import type { RawEntry } from '../../src/core/channel/connector.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Search } from '../../src/core/listening/search.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { ida, oskar } from './lab.ts';
import { listenTo, openListening, readMessages, search, settingsFor, textsOf as texts } from './x-listener.ts';
import type { XLab } from './x-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let lab: XLab;
const open = async (...given: Parameters<typeof openListening>) => {
  lab = await openListening(...given);
};
afterEach(() => lab.close());

const post = (text: string, who: Persona = ida, at?: Date) =>
  lab.network.say(who, { place: 'elsewhere', text, ...(at ? { at } : {}) });
const read = (source: string, entries: readonly Omit<RawEntry, 'source'>[]) => readMessages(lab, source, entries);
const listen = (stream?: string) => listenTo(lab, stream);
const searched = () => lab.calls.filter((call) => call.includes('/search/recent'));
const change = async (...searches: Search[]) => {
  lab.session = await lab.connector.source!.open(lab.credentials, lab.account, settingsFor(...searches));
};

describe('the stream', () => {
  it('is there when something is looked for', async () => {
    await open();
    const names = (settings: never) => lab.connector.source!.streams(settings).map(({ name }) => name);
    expect(names(settingsFor())).not.toContain('listen');
    expect(names({} as never)).toEqual(['messages', 'posts', 'mentions', 'quotes', 'search']);
    expect(names(settingsFor(search())).at(-1)).toBe('listen');
  });

  it('finds what was said of us without a name or a tag, and not what has no word of it', async () => {
    await open();
    await post('My Kettle Co broke again');
    await post('kettles cook');
    await post('A co kettle');
    await post('Got a #KettleCo');
    const found = await listen();
    expect(texts(found).toSorted()).toEqual(['Got a #KettleCo', 'My Kettle Co broke again']);
    expect(found).toMatchObject([
      { isOverheard: true, thread: { reach: 'earned' } },
      { isOverheard: true, thread: { reach: 'earned' } },
    ]);
    expect(await listen()).toEqual([]);
  });

  it('asks for what must and must not stand beside, and for languages', async () => {
    await open([search({ together: ['broke', 'not working'], without: ['job offer'], languages: ['de', 'en'] })]);
    await post('Kettle Co: not working');
    await post('Kettle Co is nice');
    await post('The Kettle Co job offer broke me');
    await post('Το Kettle Co broke');
    expect(texts(await listen())).toEqual(['Kettle Co: not working']);
  });

  it('leaves out our own posts', async () => {
    await open();
    lab.network.publish('Kettle Co wishes a good morning');
    expect(await listen()).toEqual([]);
  });

  it('finds a post once, whichever questions find it', async () => {
    await open([search(), search({ anyOf: ['kettle co'], without: ['tea'] })]);
    await post('The kettle co again');
    const pulls = await lab.drain('listen');
    expect(pulls.flatMap(({ entries }) => entries)).toHaveLength(1);
    expect(searched()).toHaveLength(2);
  });

  it('reads page by page, also while it goes on, and loses nothing', async () => {
    await open();
    for (let at = 0; at < 420; at += 1) await post(`kettle co number ${at}.`);
    const first = await lab.pull('listen');
    expect(first.more).toBe(true);
    await post('kettle co in between');
    lab.session = null;
    const found = texts([...(await read('listen', first.entries)), ...(await listen())]);
    lab.pass(5 * MINUTE);
    found.push(...texts(await listen()));
    expect(new Set(found).size).toBe(421);
    expect(found).toHaveLength(421);
  });
});

describe('what speaks to us is not overheard', () => {
  const found = (messages: readonly MessageEvent[], id: string) => messages.find((one) => one.id === id);

  it('a mention comes as one, and is the same thing wherever it is found', async () => {
    await open([search()], { form: { keywords: '"kettle co"' } });
    const { id } = await post('The kettle co again');
    const [heard, keyword] = [await listen(), await listen('search')];
    expect([found(heard, id)?.isOverheard, found(keyword, id)?.id]).toEqual([true, id]);
    expect(found(keyword, id)).not.toHaveProperty('isOverheard');

    const mention = await lab.network.say(ida, { place: 'wall', text: 'The kettle co leaks' });
    expect([await listen(), await listen('search')]).toEqual([[], []]);
    const mentions = await lab.drain('mentions');
    const entries = mentions.flatMap((one) => one.entries);
    expect(found(await read('mentions', entries), mention.id)).not.toHaveProperty('isOverheard');
    // even if the search had brought it
    expect(found(await read('listen', entries), mention.id)).not.toHaveProperty('isOverheard');
  });

  it('nor is a quote of ours, nor an answer below what we wrote', async () => {
    await open([search({ anyOf: ['kettle co'] })]);
    const quote = lab.network.places(ida).find(({ id }) => id.startsWith('quote:'));
    const quoted = await lab.network.say(ida, { place: quote!.id, text: 'Typical kettle co' });
    const own = lab.network.publish('News');
    await lab.drain('posts');
    const below = await lab.network.say(oskar, { place: `post:${own.id}`, text: 'kettle co rocks' });
    const answer = lab.network.store.posts.get(below.id);
    // somebody who takes the name out of the answer
    if (answer) answer.text = 'kettle co rocks';
    const heard = await listen();
    expect(heard.map(({ id }) => id).toSorted()).toEqual([quoted.id, below.id].toSorted());
    for (const one of heard) expect(one).not.toHaveProperty('isOverheard');
  });
});

describe('a search that changes', () => {
  it('begins anew a day back, as the past; what nobody asks any more is forgotten', async () => {
    await open();
    await post('A teapot of yesterday', ida, new Date(lab.clock.at - 20 * HOUR));
    await post('A teapot of last week', ida, new Date(lab.clock.at - 5 * DAY));
    await listen();
    await change(search({ anyOf: ['teapot'] }));
    expect(await listen()).toMatchObject([{ content: { text: 'A teapot of yesterday' }, isHistory: true }]);
    expect(Object.keys((lab.cursors.get('listen') as { marks: object }).marks)).toEqual([
      expect.stringContaining('(teapot)'),
    ]);
    await post('A teapot of today');
    const [now] = await listen();
    expect(now).toMatchObject({ content: { text: 'A teapot of today' }, isOverheard: true });
    expect(now).not.toHaveProperty('isHistory');
  });

  it('with many questions takes them in turn, and asks each of them', async () => {
    const many = Array.from({ length: 25 }, (_, at) => search({ anyOf: [`word${at}`] }));
    await open(many);
    for (let at = 0; at < 25; at += 1) await post(`word${at} here`);
    const found: string[] = [];
    for (let look = 0; look < 3; look += 1) {
      lab.calls.length = 0;
      found.push(...texts(await listen()));
      expect(searched().length).toBeLessThanOrEqual(10);
    }
    expect(new Set(found).size).toBe(25);
  });

  it('with many questions, in sessions that end early, asks each of them all the same', async () => {
    const many = Array.from({ length: 25 }, (_, at) => search({ anyOf: [`word${at}`] }));
    await open(many);
    for (let at = 0; at < 25; at += 1) await post(`word${at} here`);
    const found: string[] = [];
    for (let look = 0; look < 4; look += 1) {
      await change(...many);
      found.push(...texts(await read('listen', (await lab.pull('listen')).entries)));
    }
    expect(new Set(found).size).toBe(25);
  });
});

describe('trouble', () => {
  it('with one question does not stop the others, and is told once', async () => {
    await open([search({ anyOf: ['teapot'] }), search()]);
    lab.network.refuseSearch((query) => query.includes('teapot'));
    await post('My kettle co');
    expect(texts(await listen())).toEqual(['My kettle co']);
    await post('Your kettle co');
    await expect(lab.pull('listen')).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('teapot'),
    });
    expect(texts(await listen())).toEqual(['Your kettle co']);
    lab.network.refuseSearch(() => false);
    await post('teapot');
    lab.pass(HOUR);
    expect(texts(await listen())).toEqual(['teapot']);
  });

  it('with languages or exclusions asks without them', async () => {
    await open([search({ languages: ['en'], without: ['job'] })]);
    lab.network.refuseSearch((query) => query.includes('lang:'));
    await post('My kettle co');
    expect(texts(await listen())).toEqual(['My kettle co']);
    lab.calls.length = 0;
    expect(await listen()).toEqual([]);
    expect(searched()).toHaveLength(1);
  });

  it('of a network that is slow or down keeps what was found', async () => {
    await open();
    await post('My kettle co');
    lab.network.faults.rateLimit = 1;
    expect((await lab.pull('listen')).entries).toEqual([]);
    lab.network.faults.rateLimit = 0;
    lab.network.faults.failBefore = 1;
    lab.pass(16 * MINUTE);
    await expect(lab.pull('listen')).rejects.toMatchObject({ kind: 'unavailable' });
    lab.network.faults.failBefore = 0;
    expect(texts(await listen())).toEqual(['My kettle co']);
  });

  it('leaves calls to the searches of the account', async () => {
    const many = Array.from({ length: 12 }, (_, at) => search({ anyOf: [`word${at}`] }));
    await open(many, { isLimited: true, form: { keywords: 'teapot' } });
    const { at } = lab.clock;
    for (let look = 0; look < 30; look += 1) {
      await lab.pull('listen');
      lab.clock.at = at; // all in one quarter of an hour
    }
    expect(searched().length).toBeGreaterThan(180);
    expect(searched().length).toBeLessThanOrEqual(201);
    await post('A teapot');
    expect(texts(await listen('search'))).toEqual(['A teapot']);
  });
});

describe('what it costs', () => {
  it('is counted as X charges it, and stops first', async () => {
    await open([search()], { form: { keywords: '', dailyCeiling: 1 } });
    for (let at = 0; at < 150; at += 1) await post(`kettle co ${at}.`);
    await lab.drain('listen');
    const { quota } = await lab.pull('listen');
    expect(quota!.costUsd!).toBeCloseTo(lab.network.bill.usd, 6);
    expect(quota!.costUsd!).toBeLessThanOrEqual(0.8);
    lab.calls.length = 0;
    await lab.network.say(oskar, { place: 'wall', text: 'Hello' });
    expect((await listen()).length).toBe(0);
    expect(searched()).toEqual([]);
    expect(texts(await listen('mentions'))).toEqual(['@KettleCo Hello']);
  });
});
