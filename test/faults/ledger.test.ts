import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/storage/open.ts';
import { openApi } from '../product/api.ts';
import { META, startGraph } from '../product/meta.ts';
import { makeHouse } from '../product/process.ts';
import { seeded } from '../product/random.ts';
import { houseDatabases } from './house-databases.ts';
import { startLoad } from './ledger-load.ts';

const KILLS = 8;
const SENDERS = 24;

describe.each(houseDatabases())('killed at any moment, on $name', ({ seed, open }) => {
  it('loses nothing that was acknowledged and files nothing twice', async () => {
    const house = await makeHouse();
    onTestFinished(() => house.leave());
    const graph = await startGraph();
    onTestFinished(() => graph.close());
    const { env, address, drop } = await open(house);
    onTestFinished(() => drop());
    const start = () => house.start({ ...env, EARSHOT_META_GRAPH_URL: graph.graphUrl });

    let product = await start();
    const api = await openApi(product);
    const { inbox: page } = await api.connect('facebook', META);
    const { inbox: line } = await api.connect('messenger', META);

    const random = seeded(seed);
    const load = startLoad(random, SENDERS);
    const webhook = `${house.url}/webhooks/main/meta`;
    load.pointAt(webhook);
    for (let kill = 0; kill < KILLS; kill++) {
      // Sometimes before anything was answered: a start that is cut off must harm nothing either.
      await load.acknowledged(kill === 4 ? 1 : random.between(20, 250));
      load.pointAt(null);
      await product.kill();
      product = await start();
      load.pointAt(webhook);
    }
    await load.acknowledged(100);
    await load.stop();

    const balance = await api.settledBalance(({ received }) => received >= load.deliveries());
    expect(balance).toMatchObject({ isExact: true, waiting: 0, setAside: 0, ignored: 0, filed: load.deliveries() });
    expect(balance.duplicate).toBe(balance.received - load.deliveries());
    for (const { id } of [page, line]) expect((await api.inbox(id)).health).toMatchObject({ state: 'connected' });
    await product.stop();

    const db = await openDatabase(address);
    onTestFinished(() => db.close());
    const filed = await sql<{ id: string; times: number }>`
      select external_id as id, count(*)::int as times from messages where direction = 'inbound' group by external_id`.execute(
      db.read,
    );
    expect(filed.rows.filter(({ times }) => times !== 1)).toEqual([]);
    expect(new Set(filed.rows.map(({ id }) => id))).toEqual(load.ids);
    const { rows } = await sql<{ count: number; counted: number; attached: number }>`
      select count(*)::int as count, sum(message_count)::int as counted, (select count(*)::int from messages
        where conversation_id is not null and direction = 'inbound') as attached from conversations`.execute(db.read);
    expect(rows).toEqual([{ count: load.conversations.size, counted: load.ids.size, attached: load.ids.size }]);
  });
});
