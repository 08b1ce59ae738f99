import { type Connector, Trouble } from '../../core/channel/connector.ts';
import type { Template } from '../../core/channel/template.ts';
import { CareError } from '../../core/errors.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { readSealed } from '../../storage/inboxes.ts';
import type { Deps } from '../deps.ts';

/** They change when somebody edits them on the network, which takes its reviewers hours. */
const KEPT_MS = 5 * 60_000;

/** The messages that networks have approved, by inbox. Asked for when wanted and remembered for a while. */
export function approvedMessages({ db, connectors, seal }: Pick<Deps, 'db' | 'connectors' | 'seal'>) {
  const kept = new Map<string, { readonly templates: readonly Template[]; readonly readAt: number }>();

  /** Throws `no_such_inbox`, `no_templates`, and `unavailable` with the network's own words. */
  return async (workspaceId: WorkspaceId, inboxId: InboxId): Promise<readonly Template[]> => {
    const key = `${workspaceId}/${inboxId}`;
    const known = kept.get(key);
    if (known && performance.now() - known.readAt < KEPT_MS) return known.templates;
    const [inbox] = await readSealed(db.read, workspaceId, { id: inboxId });
    if (!inbox) throw new CareError('not_found', 'no_such_inbox', 'There is no such inbox.');
    const connector: Connector | undefined = connectors.get(inbox.channel);
    if (!connector?.templates)
      throw new CareError('invalid', 'no_templates', 'This network knows no messages that are approved beforehand.');
    try {
      const templates = await connector.templates(seal.open(workspaceId, inboxId, inbox.sealed), inbox.account);
      kept.set(key, { templates, readAt: performance.now() });
      return templates;
    } catch (error) {
      if (error instanceof Trouble) throw new CareError('unavailable', 'network_trouble', error.message);
      throw error;
    }
  };
}
