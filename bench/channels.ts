import { sql } from 'kysely';
import { createConnectors } from '../src/connectors/registry.ts';
import type { InboxId, WorkspaceId } from '../src/core/ids.ts';
import type { Database } from '../src/storage/database.ts';
import { type Arrival, appendToLedger } from '../src/storage/ledger.ts';
import { newId } from '../src/storage/new-id.ts';
import type { Bench } from './measure.ts';
import { fileAll } from './parts/file-all.ts';
import { fixturesOf, recordedOf } from './parts/fixtures.ts';
import { printFiled } from './parts/print-filed.ts';
import { type Unlike, unlike } from './parts/unlike.ts';
import { openBench } from './workspace.ts';

/** Messages as every network of this program sends them, mixed, filed through everything. */
export async function benchChannels(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 105_000 : 21_000;
  const { db, workspaceId, inboxId } = await openBench(bench);
  await db.transaction((tx) => tx.deleteFrom('inboxes').where('id', '=', inboxId).execute());
  const sources = await openSources(db, workspaceId);
  for (let from = 0; from < count; from += 1000) {
    const arrivals = Array.from({ length: Math.min(1000, count - from) }, (_, i): Arrival => {
      const nth = from + i;
      const { kinds, arrival } = sources[nth % sources.length] as (typeof sources)[number];
      // Each kind of message of a network in its turn; every person writes twice.
      const turn = Math.floor(nth / sources.length);
      const person = turn % Math.floor(count / sources.length / 2);
      const kind = kinds[turn % kinds.length] as (typeof kinds)[number];
      return { ...arrival, ...kind.entry, body: kind.make(nth, person), receivedAt: new Date() };
    });
    await db.alone((tx) => appendToLedger(tx, workspaceId, arrivals));
  }
  const { seconds, cpu } = await fileAll(bench, db, workspaceId);
  await requireAll(db, workspaceId, count);
  const filed = { name: 'file every channel', count, seconds, cpu };
  const kinds = sources.reduce((sum, one) => sum + one.kinds.length, 0);
  await printFiled(bench, db, workspaceId, filed, { channels: sources.length, kinds });
  await db.close();
}

interface Kind {
  readonly make: Unlike;
  readonly entry: Pick<Arrival, 'source' | 'headers' | 'inboxId'>;
}

/** An inbox for each channel, and every recorded message of it of which others can be made. */
async function openSources(db: Database, workspaceId: WorkspaceId) {
  const sources: { readonly kinds: readonly Kind[]; readonly arrival: Pick<Arrival, 'family'> }[] = [];
  for (const connector of createConnectors().values()) {
    const { channel, webhook } = connector;
    const inboxId = newId<InboxId>();
    const { account, settings = {} } = recordedOf(channel);
    const row = { workspace_id: workspaceId, id: inboxId, channel, external_id: account, name: channel };
    await db.transaction((tx) =>
      tx
        .insertInto('inboxes')
        .values({ ...row, settings: JSON.stringify(settings), credentials: Buffer.alloc(0) })
        .execute(),
    );
    const kinds: Kind[] = [];
    for (const fixture of fixturesOf(channel)) {
      const make = await unlike(connector, fixture);
      const { source, headers } = fixture.entry;
      const isShared = source === 'webhook' && webhook?.isOneAccount !== true;
      if (make) kinds.push({ make, entry: { source, headers, inboxId: isShared ? null : inboxId } });
    }
    if (kinds.length === 0) throw new Error(`No message can be made of what was recorded of ${channel}.`);
    sources.push({ kinds, arrival: { family: webhook?.family ?? channel } });
  }
  return sources;
}

async function requireAll(db: Database, workspaceId: WorkspaceId, count: number): Promise<void> {
  const { rows } = await sql<{ channel: string; n: number }>`select i.channel, count(*)::int as n
    from messages m join inboxes i on i.workspace_id = m.workspace_id and i.id = m.inbox_id
    where m.workspace_id = ${workspaceId} group by 1 order by 1`.execute(db.read);
  const stored = rows.reduce((sum, { n }) => sum + n, 0);
  if (stored === count) return;
  const states = await sql`select family, state, left(reason, 200) as reason, count(*)::int as n from ledger
    where workspace_id = ${workspaceId} and state <> 'filed' group by 1, 2, 3`.execute(db.read);
  throw new Error(`Filed ${stored} of ${count}: ${JSON.stringify(rows)} ${JSON.stringify(states.rows)}`);
}
