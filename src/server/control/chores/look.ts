import { readSchemaVersion } from '../../../storage/schema-version.ts';
import { listWorkspaces } from '../../../storage/workspaces.ts';
import type { ChoreDeps } from '../chores.ts';

/** What the doctor must know of the database. */
export async function* look({ db }: ChoreDeps) {
  const schema = await readSchemaVersion(db.read);
  const workspaces = schema.found === 0 ? [] : await listWorkspaces(db.read);
  yield { kind: db.kind, schema, workspaces: workspaces.map(({ slug, isPractice }) => ({ slug, isPractice })) };
}
