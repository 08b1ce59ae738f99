import { CareError } from '../../../core/errors.ts';
import type { Reader } from '../../../storage/database.ts';
import { listWorkspaces, type Workspace } from '../../../storage/workspaces.ts';

/** The workspace that is meant: the one that is named, or the only one there is (the real one before the practice one). */
export async function findWorkspace(db: Reader, slug: string | undefined): Promise<Workspace> {
  const all = await listWorkspaces(db);
  const slugs = all.map((one) => one.slug).join(', ');
  if (slug !== undefined) {
    const named = all.find((one) => one.slug === slug);
    if (named) return named;
    throw new CareError(
      'not_found',
      'no_such_workspace',
      `There is no workspace ${slug}. There is: ${slugs || 'none'}.`,
    );
  }
  const real = all.filter(({ isPractice }) => !isPractice);
  const [one, second] = real.length > 0 ? real : all;
  if (!one)
    throw new CareError('not_found', 'no_workspace', 'There is no workspace yet. Start Earshot once: npm start.');
  if (second)
    throw new CareError(
      'invalid',
      'which_workspace',
      `Say which workspace: --workspace ${slugs.replaceAll(', ', ' | ')}.`,
    );
  return one;
}
