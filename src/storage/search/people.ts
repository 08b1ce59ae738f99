import { sql } from 'kysely';
import type { ContactId, ConversationId } from '../../core/ids.ts';
import { foldName } from '../../core/text/fold-name.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { findPeople } from './names.ts';
import type { Asks } from './plan.ts';

/** Shown above the messages. */
const MOST = 8;
/** Where no word of a name begins so: looked through for a part of one, among the newest. */
const NEWEST = 20_000;

export interface FoundPerson {
  readonly id: ContactId;
  readonly name: string;
  readonly handle: string | null;
  readonly channel: string;
  readonly avatarUrl: string | null;
  readonly conversationId: ConversationId | null;
}

/** People by a part of their name or handle, whoever wrote last first; only of conversations that may be seen. */
export async function listPeople(db: Reader, asks: Asks, name: string): Promise<readonly FoundPerson[]> {
  if (foldName(name).replace(/^@/, '').length < 2) return [];
  const found = await findPeople(db, asks.workspaceId, name);
  return describe(db, asks, found.length > 0 ? found : await findWithin(db, asks, name));
}

async function findWithin(db: Reader, { workspaceId }: Asks, name: string): Promise<readonly ContactId[]> {
  const sought = foldName(name.replace(/^@/, ''));
  if (sought.length < 3 && !/[^\u0020-\u024f]/.test(sought)) return [];
  const { rows } = await sql<{ id: ContactId }>`
    select p.id from (select id, folded from contacts where workspace_id = ${workspaceId} order by id desc limit ${sql.lit(NEWEST)}) p
    where position(${sought} in p.folded) > 0 limit ${MOST * 4}`.execute(db);
  return rows.map(({ id }) => id);
}

async function describe(
  db: Reader,
  { workspaceId, visible }: Asks,
  ids: readonly ContactId[],
): Promise<readonly FoundPerson[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundPerson>`
    select p.id, p.name, i.handle, coalesce(i.channel, latest.channel, '') as channel, coalesce(i.avatar_url, p.avatar_url) as "avatarUrl",
      latest.id as "conversationId"
    from unnest(${[...ids]}::uuid[]) found (id) join contacts p on p.workspace_id = ${workspaceId} and p.id = found.id
    left join lateral (select c.id, c.channel, c.identity_id, c.last_message_at from conversations c
      where c.workspace_id = ${workspaceId} and c.contact_id = p.id and c.merged_into_id is null and ${inInboxes(visible)}
      order by c.last_message_at desc limit 1) latest on true
    left join lateral (select i.handle, i.channel, i.avatar_url from identities i where i.workspace_id = ${workspaceId} and i.contact_id = p.id
      order by i.id = latest.identity_id desc nulls last, i.id limit 1) i on true
    where p.merged_into_id is null and (${visible === null} or latest.id is not null)
    order by latest.last_message_at desc nulls last, p.id limit ${MOST}`.execute(db);
  return rows;
}
