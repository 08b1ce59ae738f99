import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundWorkspace } from '../actions/found-workspace.ts';
import { createConnectors } from '../connectors/registry.ts';
import { choresOf } from '../server/control/chores.ts';
import { holdDataFolder } from '../server/control/hold-data-folder.ts';
import { migrate } from '../storage/migrate.ts';
import { openDatabase } from '../storage/open.ts';
import { createSeal } from '../storage/seal.ts';
import { COMMANDS, runCli } from './run-cli.ts';

const now = new Date('2026-11-22T10:00:00Z');
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'earshot-cli-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Nothing listens on the port that is given, so that a desk on this machine is not asked. */
async function cli(line: string, folder = 'empty') {
  let [out, said] = ['', ''];
  const code = await runCli(line.split(' ').filter(Boolean), {
    env: { EARSHOT_DATA: join(root, folder), EARSHOT_PORT: '1', INIT_CWD: root },
    now: () => now,
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
  });
  return { code, out, said };
}

describe('asked for help', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s explains itself', async (name) => {
    const { code, out } = await cli(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toContain(`earshot -- ${name}`);
    expect(out).toContain('Exit codes');
  });

  it('names every command', async () => {
    const { code, out } = await cli('--help');
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(name);
  });
});

describe('asked the wrong way, says how and ends with 2', () => {
  it.each([
    { line: '', says: 'COMMAND' },
    { line: 'dance', says: 'There is no command dance' },
    { line: 'token', says: 'There is no command token' },
    { line: 'ledger --jsn', says: '--jsn' },
    { line: 'ledger now', says: 'now' },
    { line: 'replay', says: 'Say one of' },
    { line: 'replay --set-aside --entry 3', says: 'Say one of' },
    { line: 'replay --entry three', says: '--entry must be' },
    { line: 'replay --inbox mine', says: '--inbox must be' },
    { line: 'token create --scope ledger.read', says: '--name is missing' },
    { line: 'token create --name x', says: '--scope is missing' },
    { line: 'token create --name x --scope all', says: 'no scope all' },
    { line: 'token create --name x --scope ledger.read --expires-days 9999', says: '3650' },
    { line: 'sign-in-link', says: '--email is missing' },
    { line: 'export', says: '--out is missing' },
  ])('$line', async ({ line, says }) => {
    const { code, out, said } = await cli(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain(says);
  });
});

it('says, before the first start, that there is nothing yet, and makes nothing', async () => {
  expect(await cli('ledger')).toMatchObject({ code: 1, said: expect.stringContaining('npm start') });
  await expect(stat(join(root, 'empty'))).rejects.toThrow('ENOENT');
});

/** What must work the same whether the server runs or not. */
const commands = (folder: string, name: string) => {
  it('prints a token, and nothing else, where it can be piped from', async () => {
    const { code, out, said } = await cli(
      'token create --name reports --scope ledger.read,audit.read --expires-days 30',
      folder,
    );
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.[\w-]{43}\n$/) });
    expect(said).toContain('not shown again');
  });

  it('prints the balance as JSON', async () => {
    const { code, out } = await cli('ledger', folder);
    expect({ code, balance: JSON.parse(out) }).toMatchObject({
      code: 0,
      balance: { workspace: 'kettle', received: 0, isExact: true },
    });
  });

  it('prints a link for somebody, and names who is there when the address is wrong', async () => {
    expect(await cli('sign-in-link --email ana@example.com', folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining('/sign-in?token='),
    });
    expect(await cli('sign-in-link --email bo@example.com', folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('ana@example.com'),
    });
  });

  it('replays', async () => {
    expect(await cli('replay --set-aside', folder)).toMatchObject({ code: 0, out: '{"replayed":0}\n' });
  });

  it('exports to a file that only its owner reads, and never over another', async () => {
    const file = join(root, `${name}.jsonl`);
    expect(await cli(`export --out ${name}.jsonl`, folder)).toMatchObject({ code: 0 });
    const lines = (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ table: 'workspaces', row: { slug: 'kettle' } });
    expect(lines.some(({ table }) => table === 'agents')).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await cli(`export --out ${name}.jsonl`, folder)).toMatchObject({
      code: 2,
      said: expect.stringContaining('there already'),
    });
  });

  it('examines the set-up', async () => {
    const { out } = await cli('doctor', folder);
    expect(out).toMatch(/good +database +reachable, schema \d+, workspaces: kettle/);
    expect(out).toMatch(/note +inbox +None is connected yet/);
  });

  it('has no practice workspace to reset', async () => {
    expect(await cli('practice reset', folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('no practice workspace'),
    });
  });
};

describe('on an embedded database', () => {
  const address = () => ({ kind: 'pglite', folder: join(root, 'kettle', 'database'), runsIn: 'process' }) as const;
  beforeAll(async () => {
    const db = await openDatabase(address());
    await migrate(db);
    await foundWorkspace(
      db,
      { slug: 'kettle', name: 'Kettle & Co', ownerEmail: 'ana@example.com', ownerName: 'Ana' },
      now,
    );
    await db.close();
  });

  describe('while no server runs', () => commands('kettle', 'alone'));

  describe('while the server has it', () => {
    let end = async () => {};
    beforeAll(async () => {
      const dataFolder = join(root, 'kettle');
      const hold = await holdDataFolder(dataFolder, 'the server');
      expect(await cli('ledger', 'kettle')).toMatchObject({
        code: 1,
        said: expect.stringContaining('in use by the server'),
      });
      const db = await openDatabase(address());
      const openSeal = async () => createSeal('a secret that is long enough to be one');
      hold.offer(
        choresOf({
          db,
          openSeal,
          connectors: createConnectors(),
          dataFolder,
          url: 'http://127.0.0.1:1',
          now: () => now,
        }),
      );
      end = async () => {
        await db.close();
        await hold.release();
      };
    });
    afterAll(() => end());
    commands('kettle', 'beside');
  });
});
