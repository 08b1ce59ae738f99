import { existsSync } from 'node:fs';
import { z } from 'zod';
import { CareError } from '../../core/errors.ts';
import type { Config } from '../../server/config.ts';
import { perform, performOnce } from '../perform.ts';
import { type Finding, good, note, wrong } from './finding.ts';

const Looked = z.object({
  schema: z.object({ found: z.number(), known: z.number() }),
  workspaces: z.array(z.object({ slug: z.string(), isPractice: z.boolean() })),
});
const CheckedInbox = z.object({
  workspace: z.string(),
  name: z.string(),
  channel: z.string(),
  ok: z.boolean(),
  warnings: z.array(z.string()).optional(),
  problem: z.string().optional(),
  todo: z.string().optional(),
});

/** @returns whether there is a schema that further checks can read */
export async function checkDatabase(
  config: Config,
): Promise<{ readonly isUsable: boolean; readonly finding: Finding }> {
  const { database } = config;
  if (database.kind === 'pglite' && !(database.folder && existsSync(database.folder)))
    return { isUsable: false, finding: note('database', 'There is none yet; the first start makes it.') };
  try {
    const { schema, workspaces } = Looked.parse(await performOnce(config, 'look', {}));
    const names = workspaces.map(({ slug, isPractice }) => (isPractice ? `${slug} (practice)` : slug)).join(', ');
    if (schema.found > schema.known)
      return {
        isUsable: false,
        finding: wrong(
          'database',
          `It was made by a newer Earshot (schema ${schema.found}, this version knows ${schema.known}).`,
          'Start the newer version, or restore a backup made before the upgrade.',
        ),
      };
    if (schema.found < schema.known)
      return {
        isUsable: false,
        finding: note('database', `reachable; the next start brings it to schema ${schema.known}`),
      };
    return {
      isUsable: true,
      finding: good('database', `reachable, schema ${schema.found}, workspaces: ${names || 'none'}`),
    };
  } catch (error) {
    if (error instanceof CareError && error.code === 'busy')
      return { isUsable: false, finding: note('database', error.message) };
    return { isUsable: false, finding: wrong('database', inWords(error), todoFor(config)) };
  }
}

export async function* checkInboxes(config: Config): AsyncGenerator<Finding> {
  let count = 0;
  for await (const item of perform(config, 'check-inboxes', {})) {
    count += 1;
    const inbox = CheckedInbox.parse(item);
    const about = `${inbox.name} (${inbox.channel}, ${inbox.workspace})`;
    if (!inbox.ok) yield wrong('inbox', `${about}: ${inbox.problem}`, inbox.todo ?? 'Connect it again under Inboxes.');
    else if (inbox.warnings?.length) yield note('inbox', `${about}: ${inbox.warnings.join(' ')}`);
    else yield good('inbox', `${about} works`);
  }
  if (count === 0) yield note('inbox', 'None is connected yet.', 'Connect the first one under Inboxes.');
}

function inWords(error: unknown): string {
  // A refused connection to several addresses comes as one error with several inside.
  const errors = error instanceof AggregateError ? error.errors : [error];
  return errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ');
}

function todoFor({ database, dataFolder }: Config): string {
  return database.kind === 'postgres'
    ? 'Check that PostgreSQL runs, and that host, user, password and name in DATABASE_URL are right (psql "$DATABASE_URL").'
    : `If it stays so, restore the backup of ${dataFolder}.`;
}
