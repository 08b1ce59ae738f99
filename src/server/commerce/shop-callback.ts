import type { WorkspaceId } from '../../core/ids.ts';
import { readWorkspace } from '../../storage/workspaces.ts';
import type { Deps } from '../deps.ts';

/** Where a shop tells us of changes. */
export const shopCallbacks =
  ({ config, db }: { readonly config: Pick<Deps['config'], 'url'>; readonly db: Deps['db'] }) =>
  async (workspaceId: WorkspaceId, shopId: string): Promise<string> =>
    `${config.url}/webhooks/${(await readWorkspace(db.read, workspaceId))?.slug ?? ''}/shops/${shopId}`;
