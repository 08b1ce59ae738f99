import { checkCredentials } from '../../../actions/check-credentials.ts';
import { listInboxes, readSealed } from '../../../storage/inboxes.ts';
import { listWorkspaces } from '../../../storage/workspaces.ts';
import type { ChoreDeps } from '../chores.ts';

/** Asks each network whether the stored credentials of each inbox still work. One item an inbox. */
export async function* checkInboxes({ db, connectors, seal }: ChoreDeps) {
  for (const workspace of await listWorkspaces(db.read)) {
    for (const inbox of await listInboxes(db.read, workspace.id)) {
      const about = { workspace: workspace.slug, name: inbox.name, channel: inbox.channel };
      const connector = connectors.get(inbox.channel);
      const [sealed] = await readSealed(db.read, workspace.id, { id: inbox.id });
      if (!connector || !sealed) {
        yield {
          ...about,
          ok: false,
          problem: `This version knows no channel ${inbox.channel}.`,
          todo: 'Start the version that it was connected with.',
        };
        continue;
      }
      if (inbox.state === 'paused') {
        yield { ...about, ok: true, warnings: ['It is paused.'] };
        continue;
      }
      yield { ...about, ...(await checkOne()) };

      async function checkOne() {
        try {
          const kept = seal.open(workspace.id, inbox.id, sealed?.sealed ?? new Uint8Array());
          const { check } = await checkCredentials(connector!, kept as Record<string, unknown>);
          return check.ok
            ? { ok: true, warnings: check.warnings }
            : { ok: false, problem: check.problem, todo: check.todo };
        } catch (error) {
          return { ok: false, problem: (error as Error).message, todo: 'Connect this inbox again under Inboxes.' };
        }
      }
    }
  }
}
