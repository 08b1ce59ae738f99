import { sql } from 'kysely';
import type { AgentId, ContactId, ConversationId, IdentityId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { IS_PURCHASE } from './orders.ts';

/** The names under which a number is known, by channel: as it is, and without the plus. */
const HAS_PHONE = sql`((i.channel = 'phone' and i.external_id = o.phone) or (i.channel = 'whatsapp' and i.external_id = substr(o.phone, 2)))`;
const HAS_EMAIL = sql`i.channel = 'email' and i.external_id = o.email`;

/** Finds whose these orders are: by the address first, then by the number. What a person decided stays. */
export async function matchOrders(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  now: Date,
): Promise<readonly ContactId[]> {
  const found = new Set<ContactId>();
  for (const [how, has] of [
    ['email', HAS_EMAIL],
    ['phone', HAS_PHONE],
  ] as const) {
    const { rows } = await sql<{
      contact: ContactId;
    }>`update orders o set contact_id = m.contact_id, identity_id = m.id, matched_by = ${how},
        matched_at = ${now}, matched_agent = null
      from (select distinct on (o.id) o.id as order_id, i.id, i.contact_id from orders o
        join identities i on i.workspace_id = ${workspaceId} and i.scope = '' and ${has}
        where o.workspace_id = ${workspaceId} and o.id = any(${[...ids]}::uuid[]) and o.contact_id is null and not o.is_unlinked
        order by o.id, i.created_at desc, i.id) m
      where o.workspace_id = ${workspaceId} and o.id = m.order_id returning o.contact_id as contact`.execute(tx);
    for (const { contact } of rows) found.add(contact);
  }
  return [...found];
}

const SEEKERS = 500;
/** People who became known, or became part of somebody else: their orders follow. @returns null: nobody was waiting */
export async function matchSeekers(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<readonly ContactId[] | null> {
  const { rows: seekers } = await sql<{
    id: IdentityId;
  }>`delete from order_seekers where workspace_id = ${workspaceId} and id in
    (select id from order_seekers where workspace_id = ${workspaceId} order by id limit ${SEEKERS} for update skip locked)
    returning identity_id as id`.execute(tx);
  if (seekers.length === 0) return null;
  const ids = [...new Set(seekers.map(({ id }) => id))];
  const identities = sql`(select * from identities where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])) i`;
  const { rows: left } = await sql<{ contact: ContactId }>`select distinct o.contact_id as contact from ${identities}
    join orders o on o.workspace_id = ${workspaceId} and o.identity_id = i.id and o.contact_id is distinct from i.contact_id
    where o.contact_id is not null`.execute(tx);
  const { rows: moved } = await sql<{
    contact: ContactId;
  }>`update orders o set contact_id = i.contact_id from ${identities}
    where o.workspace_id = ${workspaceId} and o.identity_id = i.id and o.contact_id is distinct from i.contact_id
    returning o.contact_id as contact`.execute(tx);
  const { rows: wanted } = await sql<{ id: string }>`select distinct o.id from ${identities}
    join orders o on o.workspace_id = ${workspaceId} and (
      (i.channel = 'email' and o.email = i.external_id) or (i.channel = 'phone' and o.phone = i.external_id)
      or (i.channel = 'whatsapp' and o.phone = '+' || i.external_id))
    where i.scope = '' and o.contact_id is null and not o.is_unlinked`.execute(tx);
  const found =
    wanted.length > 0
      ? await matchOrders(
          tx,
          workspaceId,
          wanted.map(({ id }) => id),
          now,
        )
      : [];
  return [...new Set([...left, ...moved].map(({ contact }) => contact)), ...found];
}

/** Adds up what these people bought, in the workspace's money; what was paid in another is not added to it. */
export async function sumUp(tx: Tx, workspaceId: WorkspaceId, contacts: readonly ContactId[]): Promise<void> {
  if (contacts.length === 0) return;
  const ids = [...new Set(contacts)].sort();
  await sql`select id from contacts where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) order by id for no key update`.execute(
    tx,
  );
  await sql`
    with sums as (
      select o.contact_id, count(*) filter (where ${IS_PURCHASE})::int as count, max(o.placed_at) filter (where ${IS_PURCHASE}) as last,
        least(coalesce(sum(o.total - o.refunded) filter (where ${IS_PURCHASE} and o.currency = w.currency), 0), 999999999999) as value
      from orders o join workspaces w on w.id = o.workspace_id
      where o.workspace_id = ${workspaceId} and o.contact_id = any(${ids}::uuid[]) group by o.contact_id
    ), new as (select c.id, s.count, s.value, s.last from unnest(${ids}::uuid[]) c (id) left join sums s on s.contact_id = c.id)
    update contacts c set orders_count = new.count, orders_value = new.value, last_order_at = new.last from new
    where c.workspace_id = ${workspaceId} and c.id = new.id
      and (c.orders_count, c.orders_value, c.last_order_at) is distinct from (new.count, new.value::numeric(14, 2), new.last)`.execute(
    tx,
  );
}

/** Everybody who ever bought: their sums are in another money from now on. */
export async function allBuyers(db: Reader, workspaceId: WorkspaceId): Promise<readonly ContactId[]> {
  const { rows } = await sql<{ id: ContactId }>`select distinct contact_id as id from orders
    where workspace_id = ${workspaceId} and contact_id is not null`.execute(db);
  return rows.map(({ id }) => id);
}

export async function linkToPerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  orderId: string,
  to: { readonly contactId: ContactId; readonly identityId: IdentityId | null; readonly by: AgentId | null },
  now: Date,
): Promise<void> {
  await sql`update orders set contact_id = ${to.contactId}, identity_id = ${to.identityId}::uuid, matched_by = 'hand', matched_at = ${now},
    matched_agent = ${to.by}::uuid, is_unlinked = false where workspace_id = ${workspaceId} and id = ${orderId}`.execute(
    tx,
  );
}
export async function unlinkFromPerson(tx: Tx, workspaceId: WorkspaceId, orderId: string): Promise<void> {
  await sql`update orders set contact_id = null, identity_id = null, matched_by = null, matched_at = null, matched_agent = null, is_unlinked = true
    where workspace_id = ${workspaceId} and id = ${orderId}`.execute(tx);
}

export interface TalkWith {
  readonly contactId: ContactId;
  readonly identityId: IdentityId | null;
}
/** Whose conversation it is, and under which of their names it is had. */
export async function talkWith(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<TalkWith | null> {
  const { rows } = await sql<TalkWith>`select contact_id as "contactId", identity_id as "identityId" from conversations
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0] ?? null;
}

const MOST_TOLD = 500;
/** Conversations on whose screen the orders of these people stand. */
export async function openTalks(
  db: Reader,
  workspaceId: WorkspaceId,
  contacts: readonly ContactId[],
): Promise<readonly ConversationId[]> {
  if (contacts.length === 0) return [];
  const { rows } = await sql<{ id: ConversationId }>`select id from conversations
    where workspace_id = ${workspaceId} and contact_id = any(${[...contacts]}::uuid[]) and merged_into_id is null
    order by last_message_at desc limit ${MOST_TOLD}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What somebody is known by that a shop may know them by too. */
export async function namesOf(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<{ emails: readonly string[]; phones: readonly string[] }> {
  const { rows } = await sql<{ channel: string; id: string }>`select channel, external_id as id from identities
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and scope = '' and channel in ('email', 'phone', 'whatsapp')
    order by created_at desc limit 10`.execute(db);
  const emails = rows.filter(({ channel }) => channel === 'email').map(({ id }) => id);
  const phones = rows.flatMap(({ channel, id }) => {
    const number = channel === 'whatsapp' ? `+${id}` : id;
    return channel !== 'email' && /^\+\d{7,15}$/.test(number) ? [number] : [];
  });
  return { emails, phones: [...new Set(phones)] };
}

const MOST_READ = 100;
/** What the customer wrote in it, the newest first, and what it is about (under no message's name). */
export async function writtenIn(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<readonly { readonly id: string | null; readonly text: string }[]> {
  const { rows } = await sql<{ id: string | null; text: string }>`
    (select id, text from messages where workspace_id = ${workspaceId} and conversation_id = ${id} and direction = 'inbound' and deleted_at is null
      order by sent_at desc, id desc limit ${MOST_READ})
    union all select null, subject from conversations where workspace_id = ${workspaceId} and id = ${id} and subject is not null`.execute(
    db,
  );
  return rows;
}
