import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Bench } from '../measure.ts';
import { type BenchServer, startServer } from './server.ts';

let made = 0;

/** A server over a database of its own that holds so many conversations, with 200 agents; both are gone afterwards. */
export async function withSeededServer(
  bench: Bench,
  conversations: number,
  work: (server: BenchServer) => Promise<void>,
): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-bench-data-'));
  const own = await ownDatabase(bench);
  const server = await startServer('earshot', own, { dataFolder, conversations, crew: 200 });
  try {
    await work(server);
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function ownDatabase(bench: Bench): Promise<Bench> {
  if (bench.address.kind !== 'postgres') return bench;
  made += 1;
  const name = `bench_${made}`;
  const client = new pg.Client({ connectionString: bench.address.url });
  await client.connect();
  await client.query(`create database ${pg.escapeIdentifier(name)}`);
  await client.end();
  const url = new URL(bench.address.url);
  url.pathname = `/${name}`;
  return { ...bench, address: { ...bench.address, url: url.href } };
}
