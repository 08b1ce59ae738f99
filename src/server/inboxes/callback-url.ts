import type { WorkspaceId } from '../../core/ids.ts';
import { readWorkspace } from '../../storage/workspaces.ts';
import type { Deps } from '../deps.ts';
import { webhookPath } from './show-inbox.ts';

/** Where a network should send its events; null when we fetch them ourselves. */
export const callbacksOf =
  ({ config, connectors, db }: Pick<Deps, 'config' | 'connectors' | 'db'>) =>
  async (workspaceId: WorkspaceId, channel: string): Promise<string | null> => {
    const connector = connectors.get(channel);
    const workspace = await readWorkspace(db.read, workspaceId);
    const path = connector && workspace && webhookPath(connector, workspace.slug);
    return path ? config.url + path : null;
  };
