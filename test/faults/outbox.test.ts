import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { sendReply } from '../../src/actions/send-reply.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { type DatabaseAddress, openDatabase } from '../../src/storage/open.ts';
import { LINE } from '../outgoing/channels.ts';
import { openOutgoingDesk, type Written } from '../outgoing/desk.ts';
import { type HttpNetwork, openHttpNetwork, randomOf } from './network.ts';

const REPLIES = 2_100;
const PEOPLE = 300;
const SERVER = process.env.TEST_DATABASE_URL;
const CHILD = new URL('./sender-process.ts', import.meta.url);
const ends: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const places: { readonly name: string; readonly make: () => Promise<DatabaseAddress> }[] = [
  { name: 'PGlite', make: makeFolder },
  ...(SERVER ? [{ name: 'PostgreSQL', make: () => makeOnServer(SERVER) }] : []),
];

describe.each(places)('over 2,000 answers through a bad network, killed again and again, on $name', ({ make }) => {
  it('sends none twice, loses none, and keeps the order of every talk', async () => {
    const address = await make();
    const network = await openHttpNetwork({
      failAfterAccept: 0.15,
      hangAfterAccept: 0.04,
      failBefore: 0.1,
      hangBefore: 0.03,
      rateLimit: 0.05,
    });
    ends.push(network.close);
    const given = await fillOutbox(address);

    const random = randomOf(7);
    const kills = 8;
    for (let kill = 1; kill <= kills; kill += 1)
      await killAt(address, network, Math.floor(((kill - 0.5 + random() / 2) * REPLIES) / (kills + 1)));
    network.calmDown();
    await runToTheEnd(address, network);

    const db = await openDatabase(address);
    const rows = await db.read
      .selectFrom('outbox')
      .select(['id', 'state', 'awaits_person', 'external_id', 'order_key'])
      .orderBy('position')
      .execute();
    const messages = await db.read
      .selectFrom('messages')
      .select(['id', 'delivery', 'external_id'])
      .where('direction', '=', 'outbound')
      .execute();
    await db.close();

    const takenIds = network.taken.map(({ id }) => id);
    expect(takenIds.length - new Set(takenIds).size, 'sent twice').toBe(0);
    expect(rows.map(({ id }) => id).sort(), 'lost').toEqual(given.map(({ id }) => id).sort());
    const taken = new Map(network.taken.map(({ id, name }) => [id, name]));
    const unclear = new Set<string>();
    for (const row of rows) {
      if (row.state === 'sent') expect(row.external_id).toBe(taken.get(row.id));
      else if (row.state === 'failed') expect(taken.has(row.id), 'sent, and said to have failed').toBe(false);
      else if (row.state === 'unknown') expect(row.awaits_person, 'not known, and nobody is asked').toBe(true);
      else expect([row.state, unclear.has(row.order_key)], 'waits for nothing').toEqual(['queued', true]);
      if (row.state === 'unknown') unclear.add(row.order_key);
    }
    const shown = new Map(messages.map((message) => [message.id as string, message]));
    for (const row of rows) expect(shown.get(row.id)).toMatchObject({ delivery: row.state });
    for (const [thread, ofThread] of Map.groupBy(network.taken, (one) => one.thread)) {
      const wished = given.filter((one) => one.thread === thread && taken.has(one.id)).map(({ id }) => id);
      expect(ofThread.map(({ id }) => id)).toEqual(wished);
    }
    expect(rows.filter(({ state }) => state === 'sent').length).toBeGreaterThan(REPLIES * 0.99);
  });
});

async function fillOutbox(address: DatabaseAddress): Promise<readonly { id: string; thread: string }[]> {
  const db = await openDatabase(address);
  await migrate(db);
  const desk = await openOutgoingDesk(db, new Date());
  const line = await desk.addInbox('line');
  const channels = () => ({ name: 'Line', capabilities: LINE });
  const people: Written[] = [];
  for (let index = 0; index < PEOPLE; index += 1)
    people.push(await desk.customerWrites(line, { name: `p${index}`, text: 'Where is it?', place: `t${index}` }));
  const given = Array.from({ length: REPLIES }, (_, index) => ({
    id: randomUUID(),
    thread: `t${index % PEOPLE}`,
    index,
  }));
  const give = async ({ id, index }: { readonly id: string; readonly index: number }) => {
    const to = people[index % PEOPLE];
    if (!to) return;
    const rest = { attachments: [], readAtSeq: 1e9, sendAnyway: true, thenMark: 'answered' as const };
    const said = { conversationId: to.conversationId, id, way: `reply:${to.threadId}`, text: `Answer ${index}` };
    await sendReply(db, channels, desk.ana, { ...said, ...rest }, desk.now());
  };
  // No two of a group go to the same person, so the order of every talk is the order of this list.
  for (let from = 0; from < REPLIES; from += 10) await Promise.all(given.slice(from, from + 10).map(give));
  await db.close();
  return given;
}

/** Kills the sender the moment the network has taken the n-th answer, before it can hear of it. */
async function killAt(address: DatabaseAddress, network: HttpNetwork, count: number): Promise<void> {
  if (network.taken.length >= count) return;
  const child = startChild(address, network);
  network.whenTaken(count, () => child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  expect(signal, 'the sender ended by itself').toBe('SIGKILL');
}

async function runToTheEnd(address: DatabaseAddress, network: HttpNetwork): Promise<void> {
  const child = startChild(address, network);
  let isTold = false;
  child.on('message', (left) => {
    if (left !== 0 || isTold) return;
    isTold = true;
    child.send('end');
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

function startChild(address: DatabaseAddress, network: HttpNetwork): ChildProcess {
  const child = fork(CHILD, [JSON.stringify({ address, network: network.url })], { execArgv: [], stdio: 'inherit' });
  ends.push(async () => child.kill('SIGKILL'));
  return child;
}

async function makeFolder(): Promise<DatabaseAddress> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-faults-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return { kind: 'pglite', folder: join(folder, 'db') };
}

async function makeOnServer(server: string): Promise<DatabaseAddress> {
  const name = `earshot_faults_${randomUUID().replaceAll('-', '')}`;
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await ask(`create database ${name}`);
  ends.push(() => ask(`drop database if exists ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { kind: 'postgres', url: url.href };
}
