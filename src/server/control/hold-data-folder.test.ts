import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CareError } from '../../core/errors.ts';
import { askHolder, askToDo } from './ask-holder.ts';
import { DataFolderInUse, type Hold, holdDataFolder } from './hold-data-folder.ts';

let folder = '';
let held: Hold[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-hold-'));
  held = [];
});
afterEach(async () => {
  for (const hold of held) await hold.release();
  await rm(folder, { recursive: true, force: true });
});
const hold = async (what = 'the server') => {
  const one = await holdDataFolder(folder, what);
  held.push(one);
  return one;
};
const all = async (items: AsyncIterable<unknown>) => Array.fromAsync(items);

it('lets one process at a time work with a data folder, and says who it is', async () => {
  const first = await hold();
  await expect(hold('earshot export')).rejects.toThrow(
    new RegExp(`in use by the server \\(process ${process.pid}\\).*EARSHOT_DATA`),
  );
  await first.release();
  await expect(hold('earshot export')).resolves.toBeDefined();
});

it('gives the folder to exactly one of many that start at once', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => hold()));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DataFolderInUse);
});

it('takes over from a process that was killed', async () => {
  const module = new URL('./hold-data-folder.ts', import.meta.url).href;
  const script = `const { holdDataFolder } = await import(${JSON.stringify(module)});
    await holdDataFolder(${JSON.stringify(folder)}, 'one that dies');
    process.kill(process.pid, 'SIGKILL');`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]).catch(() => undefined);
  expect(await readdir(folder)).toContain('control.sock');
  expect(await askHolder(folder)).toBeNull();
  await hold();
  expect(await askHolder(folder)).toMatchObject({ what: 'the server', isReady: false });
});

it('does what is asked over the socket, item by item', async () => {
  (await hold()).offer({
    async *count(input) {
      for (let at = 1; at <= Number(input); at += 1) yield { at };
    },
  });
  expect(await all(askToDo(folder, 'count', 3))).toEqual([{ at: 1 }, { at: 2 }, { at: 3 }]);
  expect(await all(askToDo(folder, 'count', 20_000))).toHaveLength(20_000);
});

it.each([
  { when: 'it fails', chore: 'refuse', message: 'No such workspace.' },
  { when: 'there is no such chore', chore: 'dance', message: 'cannot do this' },
])('passes on why, when $when', async ({ chore, message }) => {
  (await hold()).offer({
    async *refuse() {
      yield 'one';
      throw new CareError('not_found', 'no_such_workspace', 'No such workspace.');
    },
  });
  await expect(all(askToDo(folder, chore, null))).rejects.toThrow(message);
});

it('is spoken to by the owner of the folder alone, and leaves nothing behind', async () => {
  const one = await hold();
  expect((await stat(join(folder, 'control.sock'))).mode & 0o777).toBe(0o600);
  await one.release();
  expect(await readdir(folder)).toEqual([]);
});
