import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAcknowledge } from './acknowledge.ts';
import { benchChannels } from './channels.ts';
import { benchDryRun } from './dry-run.ts';
import { benchEverything } from './everything.ts';
import { benchFile } from './file.ts';
import { benchList } from './list.ts';
import { benchListening } from './listening.ts';
import type { Bench, Line } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchParse } from './parse.ts';
import { benchPayloads } from './payloads.ts';
import { benchRouting } from './routing.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchUnderstanding } from './understanding.ts';
import { benchVisible } from './visible.ts';
import { benchWeb } from './web.ts';

const BENCHES: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  acknowledge: benchAcknowledge,
  file: benchFile,
  everything: benchEverything,
  channels: benchChannels,
  visible: benchVisible,
  list: benchList,
  search: benchSearch,
  routing: benchRouting,
  'dry-run': benchDryRun,
  start: benchStart,
  memory: benchMemory,
  web: benchWeb,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string' },
    count: { type: 'string', default: '1000000' },
    channel: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.find((name) => !(name in BENCHES) && !['payloads', 'understanding', 'listening'].includes(name));
if (values.help || unknown || (values.database && !['pglite', 'postgres'].includes(values.database))) {
  console.log(
    `npm run bench -- [${Object.keys(BENCHES).join(' | ')}]... [--database pglite|postgres]
npm run bench -- understanding
npm run bench -- listening
npm run bench -- payloads [--count 1000000] [--channel name] [--seed number]
No name: all of the first line. Prints one JSON object a line.`,
  );
  process.exit(unknown ? 2 : 0);
}
const print = (line: Line) => console.log(JSON.stringify(line));
if (names.includes('payloads')) {
  const { channel } = values;
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const failed = await benchPayloads({ count: Number(values.count), seed, channel, print });
  if (failed > 0) process.exitCode = 1;
}
if (names.includes('understanding')) await benchUnderstanding(print);
if (names.includes('listening')) await benchListening(print);
if (names.includes('channels')) await benchParse(print);
for (const kind of values.database ? [values.database] : ['pglite', 'postgres'])
  for (const name of names.filter((one) => one in BENCHES))
    await (kind === 'postgres' ? onPostgres(name) : onPglite(name));

async function onPglite(name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
  try {
    await BENCHES[name]?.({ address: { kind: 'pglite', folder: join(folder, 'db') }, serverPid: null, print });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPostgres(name: string): Promise<void> {
  const { startPostgres } = await import('../scripts/parts/postgres.mjs');
  const server = await startPostgres();
  try {
    await BENCHES[name]?.({ address: { kind: 'postgres', url: server.url }, serverPid: server.pid, print });
  } finally {
    await server.stop();
  }
}
