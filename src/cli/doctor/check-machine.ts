import { existsSync } from 'node:fs';
import { access, constants, mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../server/config.ts';
import { type Finding, good, note, wrong } from './finding.ts';

const LEAST_FREE_BYTES = 1024 ** 3;

export function checkNode(version = process.version): Finding {
  const major = Number(/\d+/.exec(version)?.[0] ?? 0);
  return major >= 24
    ? good('Node', version)
    : wrong(
        'Node',
        `${version} is too old to run the sources.`,
        'Run `npm ci`: it installs Node 24 beside Earshot. Or install Node 24.',
      );
}

/** Looks by writing: permissions, a full disk and a read-only mount all show. */
export async function checkDataFolder({ dataFolder }: Config): Promise<readonly Finding[]> {
  const probe = join(dataFolder, `.doctor-${process.pid}`);
  try {
    const made = existsSync(dataFolder) ? undefined : await mkdir(dataFolder, { recursive: true });
    await writeFile(probe, 'x', { flush: true });
    await rm(probe);
    const { bavail, bsize } = await statfs(dataFolder);
    if (made) await rm(made, { recursive: true });
    const gigabytes = `${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB free`;
    if (bavail * bsize < LEAST_FREE_BYTES)
      return [
        note('data folder', `${dataFolder}: only ${gigabytes}.`, 'Make room: what customers send is kept there.'),
      ];
    return [good('data folder', `${dataFolder}, ${gigabytes}`)];
  } catch (error) {
    const user = process.getuid?.() ?? 'this user';
    return [
      wrong(
        'data folder',
        `${dataFolder} cannot be written: ${(error as Error).message}`,
        `Give it to the user that Earshot runs as (now ${user}), or set EARSHOT_DATA to another folder.`,
      ),
    ];
  }
}

export async function checkSecret({ secret, database }: Config): Promise<Finding> {
  if (secret.kind === 'given') return good('secret', 'EARSHOT_SECRET is set');
  const file = await stat(secret.path).catch(() => null);
  if (!file) return note('secret', `There is no key yet; the first start makes ${secret.path}.`);
  const canRead = await access(secret.path, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!canRead)
    return wrong('secret', `${secret.path} cannot be read by this user.`, 'Run as the user that Earshot runs as.');
  if ((file.mode & 0o077) !== 0)
    return wrong('secret', `${secret.path} can be read by other users.`, `Run \`chmod 600 ${secret.path}\`.`);
  return database.kind === 'postgres'
    ? note('secret', `${secret.path} is used.`, 'Other machines do not have it: set EARSHOT_SECRET before you add one.')
    : good('secret', secret.path);
}

export function checkWebBuild(folder = fileURLToPath(new URL('../../../dist/web', import.meta.url))): Finding {
  return existsSync(join(folder, 'index.html'))
    ? good('web app', 'built')
    : wrong(
        'web app',
        `There is no web app in ${dirname(folder)}.`,
        'Run `npm run build` (npm start does so by itself).',
      );
}
