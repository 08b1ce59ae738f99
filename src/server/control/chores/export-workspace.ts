import { z } from 'zod';
import { exportRows } from '../../../storage/export.ts';
import type { ChoreDeps } from '../chores.ts';
import { findWorkspace } from './workspace.ts';

const Input = z.object({ workspace: z.string().optional() });

export async function* exportWorkspace({ db }: ChoreDeps, given: unknown) {
  const workspace = await findWorkspace(db.read, Input.parse(given).workspace);
  yield* exportRows(db.read, workspace.id);
}
