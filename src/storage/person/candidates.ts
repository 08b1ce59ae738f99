import { sql } from 'kysely';
import type { ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { KeyKind } from '../../core/person/keys.ts';
import type { NameSeen } from '../../core/person/names.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';

export interface CandidateKey {
  readonly contactId: ContactId;
  readonly kind: KeyKind;
  readonly mine: 'own' | 'said';
  readonly theirs: 'own' | 'said';
  readonly isPrivate: boolean;
  readonly people: number;
  /** The names under which the mailbox was written from. */
  readonly names: readonly { readonly name: string; readonly firstAt: string; readonly lastAt: string }[];
}

/** Somebody with more keys in common than these is an example in a text. */
/** More identities than this with one key: a hotline, the brand itself. Above what a suggestion takes for one person's. */
const MANY_HAVE_IT = 24;
const MOST_KEYS = 100;

/** Who has a key in common with this person, and which. Merged people are not among them, nor whom somebody told apart. */
export async function readCandidates(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ContactId,
): Promise<readonly CandidateKey[]> {
  const { rows } = await sql<CandidateKey>`
    with mine as (
      select k.kind, k.key, k.source, k.is_private from contact_keys k
      join identities i on i.workspace_id = ${workspaceId} and i.id = k.identity_id
      where k.workspace_id = ${workspaceId} and i.contact_id = ${id}
      union all
      select 'profile', i.channel || ':' || ltrim(lower(i.handle), '@'), 'own', true from identities i
      where i.workspace_id = ${workspaceId} and i.contact_id = ${id} and i.handle is not null and i.channel <> 'email'
    ), shared as (
      select i.contact_id, m.kind, m.key, m.source as mine, k.source as theirs, m.is_private and k.is_private as is_private from mine m
      -- A key that many have tells nobody apart, and is not read to its end.
      cross join lateral (select k.identity_id, k.source, k.is_private from contact_keys k
        where k.workspace_id = ${workspaceId} and k.kind = m.kind and k.key = m.key limit ${sql.lit(MANY_HAVE_IT)}) k
      join identities i on i.workspace_id = ${workspaceId} and i.id = k.identity_id
      where i.contact_id <> ${id}
      union all
      select i.contact_id, m.kind, m.key, m.source, 'own', m.is_private from mine m
      cross join lateral (select n.contact_id from identities n where n.workspace_id = ${workspaceId} and n.channel = split_part(m.key, ':', 1)
        and lower(n.handle) in (split_part(m.key, ':', 2), '@' || split_part(m.key, ':', 2)) limit ${sql.lit(MANY_HAVE_IT)}) i
      where m.kind = 'profile' and m.source = 'said' and i.contact_id <> ${id}
    )
    select distinct s.contact_id as "contactId", s.kind, s.mine, s.theirs, s.is_private as "isPrivate",
      (select count(*)::int + 1 from (select distinct a.contact_id from shared a where a.kind = s.kind and a.key = s.key limit 5) many) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'firstAt', n.first_at, 'lastAt', n.last_at)), '[]') from contact_keys w
        join identity_names n on n.workspace_id = ${workspaceId} and n.identity_id = w.identity_id
        where w.workspace_id = ${workspaceId} and w.kind = s.kind and w.key = s.key and w.source = 'own') as names
    from shared s
    join contacts p on p.workspace_id = ${workspaceId} and p.id = s.contact_id and p.merged_into_id is null
    where not exists (select 1 from not_same_people x where x.workspace_id = ${workspaceId}
      and x.a_id = least(s.contact_id, ${id}::uuid) and x.b_id = greatest(s.contact_id, ${id}::uuid))
    limit ${MOST_KEYS}`.execute(db);
  return rows;
}

export interface Known {
  readonly id: ContactId;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly channels: readonly string[];
  readonly handle: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lastAt: Date | null;
}

/** These people, as far as they may be seen: of an inbox that is not there for whoever asks nobody is found. */
export async function readKnown(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly ContactId[],
  visible: readonly InboxId[] | null,
): Promise<readonly Known[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Known>`
    select p.id, p.name, p.avatar_url as "avatarUrl", p.fields, latest.at as "lastAt",
      (select coalesce(array_agg(distinct i.channel), '{}') from identities i where i.workspace_id = ${workspaceId} and i.contact_id = p.id) as channels,
      (select i.handle from identities i where i.workspace_id = ${workspaceId} and i.contact_id = p.id and i.handle is not null order by i.id limit 1) as handle
    from contacts p
    left join lateral (select c.last_message_at as at from conversations c
      where c.workspace_id = ${workspaceId} and c.contact_id = p.id and ${inInboxes(visible)}
      order by c.last_message_at desc limit 1) latest on true
    where p.workspace_id = ${workspaceId} and p.id = any(${[...ids]}::uuid[]) and p.merged_into_id is null
      and (${visible === null} or latest.at is not null)`.execute(db);
  return rows;
}

/** Others who are called exactly so; a few at most. */
export async function sameName(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ContactId,
  found: readonly ContactId[],
): Promise<readonly ContactId[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<{ id: ContactId }>`select p.id from contacts p
    where p.workspace_id = ${workspaceId} and p.id = any(${[...found]}::uuid[]) and p.id <> ${id} and p.merged_into_id is null
      and p.folded = (select k.folded from contacts k where k.workspace_id = ${workspaceId} and k.id = ${id})
      and not exists (select 1 from not_same_people x where x.workspace_id = ${workspaceId}
        and x.a_id = least(p.id, ${id}::uuid) and x.b_id = greatest(p.id, ${id}::uuid)) limit 20`.execute(db);
  return rows.map((row) => row.id);
}

/** Under which names their mailboxes were written from. */
export async function readNames(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ContactId,
): Promise<readonly (NameSeen & { readonly identityId: string })[]> {
  const { rows } = await sql<NameSeen & { identityId: string }>`
    select n.identity_id as "identityId", n.name, n.first_at as "firstAt", n.last_at as "lastAt" from identity_names n
    join identities i on i.workspace_id = ${workspaceId} and i.id = n.identity_id
    where n.workspace_id = ${workspaceId} and i.contact_id = ${id} order by n.last_at desc limit 50`.execute(db);
  return rows;
}

/** False: it was said before. */
export async function tellApart(
  tx: Tx,
  workspaceId: WorkspaceId,
  pair: readonly [ContactId, ContactId],
  by: string | null,
  now: Date,
): Promise<boolean> {
  const [a, b] = pair;
  const { numAffectedRows } = await sql`insert into not_same_people (workspace_id, a_id, b_id, said_by, at)
    values (${workspaceId}, least(${a}::uuid, ${b}::uuid), greatest(${a}::uuid, ${b}::uuid), ${by}::uuid, ${now}) on conflict do nothing`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** False: nobody had said it. */
export async function forgetApart(
  tx: Tx,
  workspaceId: WorkspaceId,
  [a, b]: readonly [ContactId, ContactId],
): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from not_same_people where workspace_id = ${workspaceId}
    and a_id = least(${a}::uuid, ${b}::uuid) and b_id = greatest(${a}::uuid, ${b}::uuid)`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
