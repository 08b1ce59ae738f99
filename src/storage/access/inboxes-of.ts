import { type RawBuilder, sql } from 'kysely';
import type { Thing } from '../../core/access/no-such.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** In which inboxes a thing lies. `free`: it lies in none, and is there for everybody who may see such things at all. */
export interface Whereabouts {
  readonly inboxes: readonly InboxId[];
  readonly isFree: boolean;
}
interface Found {
  readonly id: string;
  readonly inbox: InboxId | null;
  readonly free: boolean;
}

/**
 * Where things lie, by their ids; what is missing in the answer is not there at all.
 * @param agentId who asks: what they uploaded and did not send yet is theirs alone
 */
export async function whereaboutsOf(
  db: Reader,
  workspaceId: WorkspaceId,
  a: Thing,
  ids: readonly string[],
  agentId: AgentId | null,
): Promise<ReadonlyMap<string, Whereabouts>> {
  if (ids.length === 0) return new Map();
  const asked = sql`json_array_elements_text(${JSON.stringify(ids)}::json) asked (id)`;
  const { rows } = await LOOK[a](asked, workspaceId, agentId).execute(db);
  const found = new Map<string, Whereabouts>();
  for (const { id, inbox, free } of rows) {
    const known = found.get(id);
    const inboxes = [...(known?.inboxes ?? []), ...(inbox ? [inbox] : [])];
    found.set(id, { inboxes, isFree: free || (known?.isFree ?? false) });
  }
  return found;
}

type Look = (asked: RawBuilder<unknown>, workspaceId: WorkspaceId, agentId: AgentId | null) => RawBuilder<Found>;

const LOOK: Readonly<Record<Thing, Look>> = {
  conversation: (asked, workspaceId) => sql`select asked.id, c.inbox_id as inbox, false as free from ${asked}
    join conversations c on c.workspace_id = ${workspaceId} and c.id = asked.id::uuid`,
  message: (asked, workspaceId) => sql`select asked.id, m.inbox_id as inbox, false as free from ${asked}
    join messages m on m.workspace_id = ${workspaceId} and m.id = asked.id::uuid`,
  inbox: (asked, workspaceId) => sql`select asked.id, b.id as inbox, false as free from ${asked}
    join inboxes b on b.workspace_id = ${workspaceId} and b.id = asked.id::uuid`,
  // A person whom nobody has talked with yet is nobody's in particular; one who became part of another lies where that one does.
  contact: (asked, workspaceId) => sql`select asked.id, mine.inbox, mine.inbox is null as free from ${asked}
    join contacts p on p.workspace_id = ${workspaceId} and p.id = asked.id::uuid
    left join lateral (select distinct c.inbox_id as inbox from conversations c
      where c.workspace_id = ${workspaceId} and c.contact_id = coalesce(p.merged_into_id, p.id)) mine on true`,
  // What was uploaded belongs to no inbox before it is sent; then to its message's, or to the post's that holds it.
  media: (asked, workspaceId, agentId) => sql`select asked.id, coalesce(f.inbox_id, m.inbox_id, o.inbox_id) as inbox,
      f.inbox_id is null and f.message_id is null and coalesce(f.uploaded_by = ${agentId}::uuid, false) as free
    from ${asked} join media f on f.workspace_id = ${workspaceId} and f.id = asked.id::uuid
    left join messages m on m.workspace_id = ${workspaceId} and m.id = f.message_id
    left join outbox o on o.workspace_id = ${workspaceId} and o.id = f.message_id`,
  outgoing: (asked, workspaceId) => sql`select asked.id, o.inbox_id as inbox, false as free from ${asked}
    join outbox o on o.workspace_id = ${workspaceId} and o.id = asked.id::uuid`,
};
