import { checkCredentials } from '../../../actions/check-credentials.ts';
import type { WorkspaceId } from '../../../core/ids.ts';
import { type InboxRow, listInboxes, readSealed } from '../../../storage/inboxes.ts';
import type { Seal } from '../../../storage/seal.ts';
import { listWorkspaces } from '../../../storage/workspaces.ts';
import type { ChoreDeps } from '../chores.ts';

/** Asks each network whether the stored credentials of each inbox still work. One item an inbox. */
export async function* checkInboxes(deps: ChoreDeps) {
  const seal = await deps.openSeal();
  for (const { id, slug, isPractice } of await listWorkspaces(deps.db.read))
    for (const inbox of await listInboxes(deps.db.read, id)) {
      const result =
        inbox.state === 'paused'
          ? { ok: true, warnings: ['It is paused.'] }
          : isPractice && !deps.resetRunningPractice
            ? { ok: true, warnings: ['Its simulated network runs with the server.'] } // The real one must not be asked.
            : await checkOne(deps, seal, id, inbox);
      yield { workspace: slug, name: inbox.name, channel: inbox.channel, ...result };
    }
}

async function checkOne({ db, connectors }: ChoreDeps, seal: Seal, workspaceId: WorkspaceId, inbox: InboxRow) {
  const connector = connectors.get(inbox.channel);
  if (!connector) {
    const problem = `This version knows no channel ${inbox.channel}.`;
    return { ok: false, problem, todo: 'Start the version that it was connected with.' };
  }
  try {
    const [row] = await readSealed(db.read, workspaceId, { id: inbox.id });
    if (!row) return { ok: true, warnings: ['It was removed just now.'] };
    const { check } = await checkCredentials(
      connector,
      seal.open(workspaceId, inbox.id, row.sealed) as Record<string, unknown>,
    );
    return check.ok ? { ok: true, warnings: check.warnings } : { ok: false, problem: check.problem, todo: check.todo };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ok: false, problem, todo: 'Connect this inbox again under Inboxes.' };
  }
}
