import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cursor, Pulled, RawEntry, SourceSession } from '../../src/core/channel/connector.ts';
import type { ChannelEvent } from '../../src/core/channel/event.ts';
import type { Json } from '../../src/core/ids.ts';
import type { Search } from '../../src/core/listening/search.ts';
import { messages } from './reddit-lab.ts';
import { openRedditWorld } from './reddit-world.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const search = (...anyOf: string[]): Search => ({ anyOf, together: [], without: [], languages: [] });
const SEARCH = search('kettle co', '#kettleco', 'kettleco');

let world: Awaited<ReturnType<typeof openRedditWorld>>;
let session: SourceSession;
let cursors: Map<string, Cursor>;
let asked: Search[];
const settings = () => ({ ...world.settings, listen: { searches: asked } }) as unknown as Json;
const open = async (...searches: Search[]) => {
  asked = searches;
  session = await world.connector.source!.open(world.credentials, world.account, settings());
};
const use = async (form: object, ...searches: Search[]) => {
  await world?.network.close();
  world = await openRedditWorld(form);
  cursors = new Map();
  await open(...searches);
};
beforeEach(() => use({ keywords: '' }, SEARCH));
afterEach(() => world.network.close());

const pull = async (stream = 'listen'): Promise<Pulled> => {
  const pulled = await session.pull(stream, cursors.get(stream) ?? null);
  // what is stored is JSON, so a cursor must survive it
  cursors.set(stream, JSON.parse(JSON.stringify(pulled.cursor)));
  return pulled;
};
const parsed = async (source: string, entries: readonly Omit<RawEntry, 'source'>[]) => {
  const events: ChannelEvent[] = [];
  const context = { account: world.account, settings: settings(), receivedAt: world.clock.now() };
  for (const entry of entries) events.push(...(await world.connector.parse({ source, ...entry }, context)));
  return events;
};
/** What has come ten minutes later. */
const listen = async (stream = 'listen'): Promise<ChannelEvent[]> => {
  world.clock.pass(11 * MINUTE);
  const entries = [];
  for (let more = true; more; ) {
    const pulled = await pull(stream);
    entries.push(...pulled.entries);
    ({ more } = pulled);
  }
  return parsed(stream, entries);
};
const titles = (events: readonly ChannelEvent[]) => messages(events).map(({ content }) => content.text);
const post = (title: string, text = '', at?: Date) =>
  world.network.post('somebody', world.network.foreign, title, text, at);
const searched = () => world.calls.filter((call) => call === 'GET /search');

describe('the stream', () => {
  it('is there when something is looked for', () => {
    const names = (of: Json) => world.connector.source!.streams(of).map(({ name }) => name);
    expect(names({})).toEqual(['reddit']);
    expect(names({ listen: { searches: [] } } as never)).toEqual(['reddit']);
    expect(names(settings())).toEqual(['reddit', 'listen']);
  });

  it('finds posts that nobody said to us, each once, and none of our own', async () => {
    await listen();
    const { id } = post('Is Kettle Co any good?', 'The KettleCo one');
    post('A kettle', 'of another company'); // the search brings it all the same
    world.network.post('kettleco', world.network.foreign, 'Kettle Co says hello');
    expect(messages(await listen())).toMatchObject([{ id, isOverheard: true, thread: { reach: 'earned' } }]);
    expect(await listen()).toEqual([]);
  });

  it('asks nothing of Reddit but words', async () => {
    await open(search('x" OR author:kettleco OR "y'));
    world.network.post('kettleco', world.network.foreign, 'Nothing of it');
    expect(await listen()).toEqual([]);
    const { id } = post('x or author: kettleco, or y');
    expect(messages(await listen()).map((one) => one.id)).toEqual([id]);
  });

  it('does not call overheard what names us or stands in our place', async () => {
    await listen();
    const named = post('Kettle Co', 'What do you say, u/kettleco?');
    const own = world.network.post('somebody', 'kettlehelp', 'My Kettle Co leaks');
    const heard = messages(await listen());
    expect(heard.map(({ id }) => id).toSorted()).toEqual([named.id, own.id].toSorted());
    for (const one of heard) expect(one).not.toHaveProperty('isOverheard');
  });

  it('is one with what keywords and the own subreddit bring', async () => {
    await use({ keywords: 'kettleco' }, SEARCH);
    await Promise.all([listen(), listen('reddit')]);
    const { id } = post('kettleco?');
    const [overheard, said] = [messages(await listen()), messages(await listen('reddit'))];
    expect([overheard[0]?.id, said[0]?.id]).toEqual([id, id]);
    expect([overheard[0]?.isOverheard, said[0]?.isOverheard]).toEqual([true, undefined]);
  });

  it('reads page by page and loses nothing', async () => {
    await listen();
    const said = Array.from({ length: 640 }, (_, at) => post(`kettleco ${at}`).id);
    const heard = messages(await listen()).map(({ id }) => id);
    expect(heard.toSorted()).toEqual(said.toSorted());
  });

  it('tells of what is deleted afterwards', async () => {
    await listen();
    const { id } = post('My kettleco leaks');
    await listen();
    const said = world.network.store.said.get(id);
    if (said) said.author = null;
    expect(await listen()).toMatchObject([{ kind: 'deletion', id }]);
  });
});

describe('a search that changes', () => {
  it('begins anew seven days back, as the past; what nobody asks any more is forgotten', async () => {
    await listen();
    world.clock.pass(30 * DAY);
    await listen();
    const ago = (days: number) => new Date(world.clock.now().getTime() - days * DAY);
    post('A teapot of yesterday', '', ago(1));
    post('A teapot of last month', '', ago(20));
    await open(search('teapot'));
    expect(messages(await listen())).toMatchObject([{ content: { text: 'A teapot of yesterday' }, isHistory: true }]);
    expect(Object.keys((cursors.get('listen') as { lists: object }).lists)).toEqual(['listen teapot']);
    post('A teapot of today');
    const [now] = messages(await listen());
    expect(now).toMatchObject({ content: { text: 'A teapot of today' } });
    expect(now).not.toHaveProperty('isHistory');
  });

  it('with many phrases takes them in turn', async () => {
    await open(search(...Array.from({ length: 45 }, (_, at) => `word${at}x`)));
    for (let at = 0; at < 45; at += 1) post(`word${at}x here`);
    const heard: string[] = [];
    const start = world.clock.now().getTime();
    for (let look = 0; look < 3; look += 1) {
      const before = searched().length;
      heard.push(...titles(await parsed('listen', (await pull()).entries)));
      expect(searched().length - before).toBeLessThanOrEqual(20);
    }
    expect(new Set(heard).size).toBe(45);
    const before = searched().length;
    world.clock.pass(start - world.clock.now().getTime());
    await pull();
    expect(searched()).toHaveLength(before); // five minutes have not gone by
  });
});

it('with many phrases, in sessions that end early, asks each of them all the same', async () => {
  const many = search(...Array.from({ length: 45 }, (_, at) => `word${at}x`));
  for (let at = 0; at < 45; at += 1) post(`word${at}x here`);
  const heard: string[] = [];
  for (let look = 0; look < 4; look += 1) {
    await open(many);
    heard.push(...titles(await parsed('listen', (await pull()).entries)));
  }
  expect(new Set(heard).size).toBe(45);
});

describe('trouble', () => {
  it('with one phrase does not stop the others', async () => {
    await open(search('teapot'), SEARCH);
    world.network.refuseSearch((query) => query.includes('teapot'));
    post('A teapot by kettleco');
    expect(titles(await listen())).toEqual(['A teapot by kettleco']);
    world.network.refuseSearch(() => false);
    post('A teapot');
    expect(titles(await listen())).toEqual(['A teapot']);
  });

  it('of a login is told', async () => {
    world.network.faults.isTokenRevoked = true;
    await expect(listen()).rejects.toMatchObject({ kind: 'needs_login' });
  });

  it('leaves calls for all else, and holds nothing else up', async () => {
    world.network.limit.count = 205;
    await open(search(...Array.from({ length: 15 }, (_, at) => `word${at}`)));
    await pull();
    const before = searched().length;
    expect(before).toBeLessThanOrEqual(7);
    expect(await pull()).toMatchObject({ entries: [] });
    expect(searched()).toHaveLength(before);
    await expect(pull('reddit')).resolves.toBeDefined();
    world.network.faults.rateLimit = 1;
    world.clock.pass(11 * MINUTE);
    await expect(pull()).resolves.toMatchObject({ entries: [], more: false });
  });
});

describe('a sample', () => {
  const sample = (wanted: Search, most: number) =>
    world.connector.source!.sample!(wanted, most, world.credentials, world.account, settings());

  it('shows the newest, in two calls at most, and keeps nothing', async () => {
    const at = world.clock.now().getTime();
    for (let count = 0; count < 30; count += 1) post(`Kettle Co ${count}`, '', new Date(at + count * 1_000));
    post('A kettle', 'of nobody');
    const before = searched().length;
    const { entries, quota } = await sample(search('kettle co', 'kettleco', 'pot', 'pan'), 20);
    expect(searched().length - before).toBe(2);
    const found = await parsed('listen', entries);
    expect(titles(found)).toEqual(Array.from({ length: 20 }, (_, one) => `Kettle Co ${29 - one}`));
    expect(messages(found).every(({ isOverheard }) => isOverheard)).toBe(true);
    expect(entries.every(({ source }) => source === 'listen')).toBe(true);
    expect(quota).toMatchObject({ of: 'calls of the app', limit: 1_000 });
    expect(messages(await listen())).toHaveLength(30);
  });

  it('of more than a page asks for the next one', async () => {
    for (let count = 0; count < 170; count += 1) post(`Kettle Co ${count}`);
    expect((await sample(search('kettle co'), 200)).entries).toHaveLength(170);
  });

  it('finds nothing where nothing is asked, and waits when calls run short', async () => {
    expect((await sample(search('!'), 20)).entries).toEqual([]);
    world.network.limit.count = 20;
    await sample(SEARCH, 20);
    await expect(sample(SEARCH, 20)).rejects.toMatchObject({ kind: 'limited', afterMs: expect.any(Number) });
  });
});
