import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { type Command, WORKSPACE, WrongUsage } from '../command.ts';
import { perform } from '../perform.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes everything of a workspace to a file, a JSON object a line, without secrets.',
  about:
    'Each line is {"table", "row"}. Bodies of ledger entries are base64. Media lie as files in the data folder. The file holds personal data: only you can read it.',
  options: {
    out: { type: 'string', value: 'FILE', help: 'where to; must not be there yet' },
    workspace: WORKSPACE,
  },
  async run(given, { env, say }) {
    // npm runs us in the project's folder; a relative path means where it was typed.
    const file = resolve(env.INIT_CWD ?? '.', given.needed('out'));
    const draft = `${file}.part`;
    await refuseExisting(file);
    const handle = await open(draft, 'w', 0o600);
    try {
      const lines = await write(handle, perform(readConfig(env), 'export', { workspace: given.text('workspace') }));
      await handle.sync();
      await handle.close();
      await rename(draft, file);
      say(`${lines} rows in ${file}\n`);
      return 0;
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
      throw error;
    }
  },
};

async function refuseExisting(file: string): Promise<void> {
  const there = await open(file, 'r').catch(() => null);
  if (!there) return;
  await there.close();
  throw new WrongUsage(`${file} is there already. Choose another name.`);
}

async function write(handle: FileHandle, rows: AsyncIterable<unknown>): Promise<number> {
  let lines = 0;
  let text = '';
  for await (const row of rows) {
    lines += 1;
    text += `${JSON.stringify(row)}\n`;
    if (text.length < 256 * 1024) continue;
    await handle.write(text);
    text = '';
  }
  await handle.write(text);
  return lines;
}
