import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';

/** Who said a message `m`: the agent, the person, or the house. Looked up for the rows that are shown only. */
export const authorName = (workspaceId: WorkspaceId) => sql`
  coalesce((select a.name from agents a where a.workspace_id = ${workspaceId} and a.id = m.agent_id),
    (select coalesce(i.name, i.handle, p.name) from identities i left join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
      where m.direction = 'inbound' and i.workspace_id = ${workspaceId} and i.id = m.identity_id),
    (select b.name from inboxes b where m.direction = 'outbound' and b.workspace_id = ${workspaceId} and b.id = m.inbox_id), '')`;
