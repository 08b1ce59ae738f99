import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMastodon } from '../../src/simulators/mastodon/index.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { type Api, openApi } from '../product/api.ts';
import { META, startGraph } from '../product/meta.ts';
import { makeHouse } from '../product/process.ts';
import { seeded } from '../product/random.ts';
import { houseDatabases } from './house-databases.ts';
import { type Crowd, makePeople, sayAll } from './missed-load.ts';

/** Ten thousand take some minutes on each database; these show the same. */
const EVENTS = Number(process.env.EARSHOT_C1_EVENTS ?? 2_000);
const MASTODON = { token: 'mastodon-token', username: 'care', name: 'Lindqvist Outdoor' };
/** A line of Messenger is read every 0.6 s. */
const LOOKS = 90;
const ROUNDS = 3;
const LOOK_MS = 1_000;
const AT_ONCE = 40;

describe.each(houseDatabases())('networks that lose, double and mix up, on $name', ({ name, seed, open }) => {
  it(`everything said ends on the desk once: ${EVENTS} events, killed twice`, async () => {
    const house = await makeHouse();
    onTestFinished(() => house.leave());
    const graph = await startGraph();
    onTestFinished(() => graph.close());
    const mastodon = await startMastodon({ ...MASTODON, seed, now: () => new Date(), posts: ['Hi'], limit: 100_000 });
    onTestFinished(() => mastodon.close());
    const { env, address, drop } = await open(house);
    onTestFinished(() => drop());
    const start = () =>
      house.start({ ...env, EARSHOT_META_GRAPH_URL: graph.graphUrl, EARSHOT_NETWORK_URLS: `mastodon=${mastodon.url}` });

    let product = await start();
    const api = await openApi(product);
    const posts = Array.from({ length: 40 }, (_, at) => graph.publishAsPage(META.pageId, `Autumn is here (${at})`));
    for (const channel of ['facebook', 'messenger']) await api.connect(channel, META);
    await api.connect('mastodon', { server: mastodon.url, accessToken: MASTODON.token, keywords: '' });

    const random = seeded(seed);
    const wall = mastodon.network.places(makePeople('mastodon', 1)[0]!).find(({ kind }) => kind === 'post')?.id ?? '';
    const crowds: readonly Crowd[] = [
      { network: graph.facebook, people: makePeople('facebook', 80), places: posts, share: 0.86 },
      { network: graph.facebook, people: makePeople('wall', 40), places: [`wall:${META.pageId}`], share: 0.01 },
      // Messenger lists twenty messages of a conversation.
      {
        network: graph.messenger,
        people: makePeople('messenger', Math.ceil(EVENTS / 100)),
        places: [`direct:${META.pageId}`],
        share: 0.08,
      },
      { network: mastodon.network, people: makePeople('mastodon', 30), places: [wall], share: 0.05 },
    ];
    for (const { faults } of [graph.facebook, graph.messenger])
      Object.assign(faults, { drop: 0.1, duplicate: 0.1, reorder: 0.5 });
    Object.assign(mastodon.network.faults, { failBefore: 0.02 });

    const kills = [Math.floor(EVENTS / 3), Math.floor((EVENTS * 2) / 3)];
    let starting: Promise<void> = Promise.resolve();
    const said = await sayAll(random, crowds, EVENTS, async (nth) => {
      // Else all would have been said before the first of it arrived.
      if (nth % AT_ONCE === 0) await Promise.all([starting, graph.facebook.settled(), graph.messenger.settled()]);
      if (!kills.includes(nth)) return;
      await starting;
      await product.kill();
      // People go on writing to a desk that is not there.
      starting = start().then((one) => {
        product = one;
      });
    });
    await starting;
    await Promise.all([graph.facebook.settled(), graph.messenger.settled()]);
    await api.settledBalance(() => true, 180_000);
    // What was lost on the way is found at the next look at the networks' own lists: the first thing after a start.
    // A round through Messenger's list that was cut off is finished first, and what is newer comes with the next one.
    for (let round = ROUNDS; round > 0 && (await countMessages(api)) < said.size; round--) {
      await product.stop();
      product = await start();
      // Which ones are not there is said below, so nothing is thrown here.
      for (let looks = LOOKS; looks > 0 && (await countMessages(api)) < said.size; looks--) await wait(LOOK_MS);
    }

    const balance = await api.settledBalance(() => true);
    expect(balance).toMatchObject({ isExact: true, waiting: 0, setAside: 0 });
    expect(balance.received).toBe(balance.filed + balance.duplicate + balance.ignored);
    await product.stop();

    const db = await openDatabase(address);
    onTestFinished(() => db.close());
    const { rows } = await sql<{ id: string; source: string; times: number }>`
      select i.channel || ' ' || m.external_id as id, min(l.source) as source, count(*)::int as times
      from messages m join inboxes i on i.id = m.inbox_id join ledger l on l.id = m.ledger_id
      where m.direction = 'inbound' group by 1`.execute(db.read);
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    expect(new Set(rows.map(({ id }) => id))).toEqual(said);
    // And the faults were there: some came by no webhook, and some came twice.
    const found = rows.filter(({ id, source }) => source !== 'webhook' && !id.startsWith('mastodon ')).length;
    expect(found).toBeGreaterThan(EVENTS * 0.05);
    expect(balance.duplicate).toBeGreaterThan(0);
    if (process.env.EARSHOT_C1_EVENTS) console.log(JSON.stringify({ name, events: said.size, balance, found }));
  });
});

const countMessages = async (api: Api): Promise<number> =>
  (await api.conversations()).reduce((sum, { messageCount }) => sum + messageCount, 0);
