import { type Selectable, sql } from 'kysely';
import type { Person } from '../../core/channel/event.ts';
import type { AgentId, ContactId, IdentityId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { jsonRows } from '../rows.ts';
import type { ContactsTable, IdentitiesTable } from '../tables/contacts.ts';

export interface KnownIdentity {
  readonly id: IdentityId;
  readonly contactId: ContactId;
  readonly name: string | null;
  readonly handle: string | null;
  readonly followers: number | null;
  /** Who decided that what this person writes waits for nobody; null: nobody did. */
  readonly blockedBy: AgentId | null;
  /** Made just now, in this transaction: nobody else knows of it yet. */
  readonly isNew: boolean;
}
type Row = Pick<
  Selectable<IdentitiesTable>,
  'id' | 'contact_id' | 'channel' | 'scope' | 'external_id' | 'name' | 'handle' | 'avatar_url' | 'followers'
> &
  Pick<Selectable<ContactsTable>, 'blocked_by'>;
export type PersonOnChannel = Person & { readonly channel: string };

export const personKey = (channel: string, scope: string, id: string): string => `${channel}\n${scope}\n${id}`;

/**
 * Finds or makes the identities of these people, each with a contact, and learns what changed of names and pictures.
 * @param before what `findIdentities` found of them, where it was asked already
 */
export async function fileIdentities(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly PersonOnChannel[],
  now: Date,
  before?: FoundIdentities,
): Promise<ReadonlyMap<string, KnownIdentity>> {
  const wanted = distinct(people);
  if (wanted.size === 0) return new Map();
  let found = before ?? (await select(tx, workspaceId, [...wanted.values()]));
  const made = new Set<string>();
  const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, person]) => person);
  if (missing.length > 0) {
    const fresh = await insert(tx, workspaceId, missing, now);
    for (const key of fresh.keys()) made.add(key);
    // Fewer than wished for: somebody else was first with one of them.
    if (fresh.size === missing.length) found = new Map([...found, ...fresh]);
    else found = await select(tx, workspaceId, [...wanted.values()]);
  }
  await learn(
    tx,
    workspaceId,
    [...wanted].filter(([key, person]) => isNews(person, found.get(key))).map(([, person]) => person),
  );
  return new Map(
    [...found].map(([key, row]) => [
      key,
      {
        id: row.id,
        contactId: row.contact_id,
        name: row.name,
        handle: row.handle,
        followers: row.followers,
        blockedBy: row.blocked_by,
        isNew: made.has(key),
      },
    ]),
  );
}

/** Those of these people that are known. */
export type FoundIdentities = ReadonlyMap<string, Row>;
export async function findIdentities(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly PersonOnChannel[],
): Promise<FoundIdentities> {
  const wanted = distinct(people);
  return wanted.size === 0 ? new Map() : select(tx, workspaceId, [...wanted.values()]);
}

/** The same person may stand several times in a batch, with a name in one place and without in another. */
function distinct(people: readonly PersonOnChannel[]): ReadonlyMap<string, PersonOnChannel> {
  const wanted = new Map<string, PersonOnChannel>();
  for (const person of people) {
    const key = personKey(person.channel, person.scope, person.id);
    if (person.name || !wanted.has(key)) wanted.set(key, person);
  }
  return wanted;
}

function isNews(person: PersonOnChannel, row: Row | undefined): boolean {
  if (!row) return false;
  const differs = (now: string | number | undefined, then: string | number | null) => now !== undefined && now !== then;
  return (
    differs(person.name, row.name) ||
    differs(person.handle, row.handle) ||
    differs(person.followers, row.followers) ||
    (person.avatarUrl !== undefined && row.avatar_url === null)
  );
}

async function select(tx: Tx, workspaceId: WorkspaceId, people: readonly PersonOnChannel[]): Promise<FoundIdentities> {
  const { rows } = await sql<Row>`
    select i.id, i.contact_id, i.channel, i.scope, i.external_id, i.name, i.handle, i.avatar_url, i.followers,
      (select k.blocked_by from contacts k where k.workspace_id = ${workspaceId} and k.id = i.contact_id and k.blocked_at is not null) as blocked_by
    from json_to_recordset(${jsonRows(people)}) as r (channel text, scope text, id text)
    join identities i on i.workspace_id = ${workspaceId} and i.channel = r.channel and i.scope = r.scope and i.external_id = r.id`.execute(
    tx,
  );
  return new Map(rows.map((row) => [personKey(row.channel, row.scope, row.external_id), row]));
}

/** Both rows in one statement: their foreign key is checked at its end. Whoever came first keeps the identity. */
async function insert(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly PersonOnChannel[],
  now: Date,
): Promise<Map<string, Row>> {
  const rows = people.map((person) => ({
    ...person,
    identity_id: newId<IdentityId>(),
    contact_id: newId<ContactId>(),
    shown: person.name ?? person.handle ?? '',
  }));
  const made = await sql<{ contact_id: ContactId }>`
    with input as (select * from json_to_recordset(${jsonRows(rows)}) as r (identity_id uuid, contact_id uuid, shown text,
      channel text, scope text, id text, name text, handle text, "avatarUrl" text, followers integer)
    ), made as (
      insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, handle, avatar_url, followers, created_at)
      select ${workspaceId}, identity_id, contact_id, channel, scope, id, name, handle, "avatarUrl", followers, ${now} from input
      on conflict (workspace_id, channel, scope, external_id) do nothing returning contact_id
    )
    insert into contacts (workspace_id, id, name, avatar_url, created_at)
    select ${workspaceId}, input.contact_id, input.shown, input."avatarUrl", ${now} from input join made using (contact_id)
    returning id as contact_id`.execute(tx);
  const contacts = new Set(made.rows.map((row) => row.contact_id));
  return new Map(
    rows.flatMap((row) =>
      contacts.has(row.contact_id)
        ? [
            [
              personKey(row.channel, row.scope, row.id),
              {
                id: row.identity_id,
                contact_id: row.contact_id,
                channel: row.channel,
                scope: row.scope,
                external_id: row.id,
                name: row.name ?? null,
                handle: row.handle ?? null,
                avatar_url: row.avatarUrl ?? null,
                followers: row.followers ?? null,
                blocked_by: null,
              },
            ] as const,
          ]
        : [],
    ),
  );
}

/** A handle stood in for a name that was not known; a name that a colleague gave stays. */
async function learn(tx: Tx, workspaceId: WorkspaceId, people: readonly PersonOnChannel[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    with learned as (
      update identities i set name = coalesce(r.name, i.name), handle = coalesce(r.handle, i.handle),
        avatar_url = coalesce(r."avatarUrl", i.avatar_url), followers = coalesce(r.followers, i.followers)
      from json_to_recordset(${jsonRows(people)}) as r (channel text, scope text, id text, name text, handle text, "avatarUrl" text, followers integer)
      where i.workspace_id = ${workspaceId} and i.channel = r.channel and i.scope = r.scope and i.external_id = r.id
      returning i.contact_id, i.name, i.handle, i.avatar_url
    )
    update contacts c set name = case when c.name in ('', l.handle) then coalesce(l.name, c.name) else c.name end, avatar_url = coalesce(c.avatar_url, l.avatar_url)
    from learned l where c.workspace_id = ${workspaceId} and c.id = l.contact_id and (c.name in ('', l.handle) or c.avatar_url is null)`.execute(
    tx,
  );
}
