import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { keyOfName } from '../../core/work/name.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
}
export interface CountedCompany extends Company {
  readonly people: number;
}

const DOMAINS = sql`(select coalesce(array_agg(d.domain order by d.domain), '{}') from company_domains d
  where d.workspace_id = o.workspace_id and d.company_id = o.id) as domains`;

/** By name, each with how many people belong to it, as far as they may be seen. */
export async function listCompanies(
  db: Reader,
  workspaceId: WorkspaceId,
  visible: readonly InboxId[] | null,
): Promise<readonly CountedCompany[]> {
  const seen =
    visible === null
      ? sql``
      : sql`and exists (select 1 from conversations c where c.workspace_id = ${workspaceId} and c.contact_id = p.id and ${inInboxes(visible)})`;
  const { rows } = await sql<CountedCompany>`select o.id, o.name, ${DOMAINS},
      (select count(*)::int from contacts p where p.workspace_id = ${workspaceId} and p.company_id = o.id and p.merged_into_id is null ${seen}) as people
    from companies o where o.workspace_id = ${workspaceId} order by o.folded limit 2000`.execute(db);
  return rows;
}

/** Locked until the transaction ends. */
export async function lockCompany(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<Company | null> {
  const { rows } = await sql<Company>`select o.id, o.name, ${DOMAINS} from companies o
    where o.workspace_id = ${workspaceId} and o.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** False: the id or the name is taken. */
export async function insertCompany(
  tx: Tx,
  workspaceId: WorkspaceId,
  company: { readonly id: string; readonly name: string; readonly by: string | null },
  now: Date,
): Promise<boolean> {
  const name = storableText(company.name);
  const { numAffectedRows } = await sql`insert into companies (workspace_id, id, name, folded, created_by, created_at)
    values (${workspaceId}, ${company.id}, ${name}, ${keyOfName(name)}, ${company.by}::uuid, ${now}) on conflict do nothing`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** False: another one has this name. */
export function renameCompany(tx: Tx, workspaceId: WorkspaceId, id: string, wanted: string): Promise<boolean> {
  const name = storableText(wanted);
  return unlessTaken(tx, () =>
    sql`update companies set name = ${name}, folded = ${keyOfName(name)} where workspace_id = ${workspaceId} and id = ${id}`.execute(
      tx,
    ),
  );
}

/** False: one of them is another company's. */
export function writeDomains(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  domains: readonly string[],
): Promise<boolean> {
  return unlessTaken(tx, async () => {
    await sql`delete from company_domains where workspace_id = ${workspaceId} and company_id = ${id}`.execute(tx);
    await sql`insert into company_domains (workspace_id, domain, company_id)
      select ${workspaceId}, d, ${id} from unnest(${[...domains]}::text[]) d`.execute(tx);
  });
}

/** Its people belong to none then. */
export async function deleteCompany(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`update contacts set company_id = null, company_by = null where workspace_id = ${workspaceId} and company_id = ${id}`.execute(
    tx,
  );
  await sql`delete from companies where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Whose domain it is. */
export async function companyOfDomains(
  db: Reader,
  workspaceId: WorkspaceId,
  domains: readonly string[],
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (domains.length === 0) return null;
  const { rows } = await sql<{ id: string; name: string }>`select o.id, o.name from company_domains d
    join companies o on o.workspace_id = ${workspaceId} and o.id = d.company_id
    where d.workspace_id = ${workspaceId} and d.domain = any(${[...domains]}::text[]) limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Whoever writes from one of its domains and belongs to no company yet belongs to it. @returns how many */
export async function takeInByDomain(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  visible: readonly InboxId[] | null,
  by: string | null,
): Promise<number> {
  const seen =
    visible === null
      ? sql``
      : sql`and exists (select 1 from conversations c where c.workspace_id = ${workspaceId} and c.contact_id = p.id and ${inInboxes(visible)})`;
  const { numAffectedRows } = await sql`update contacts p set company_id = ${id}, company_by = ${by}::uuid
    where p.workspace_id = ${workspaceId} and p.company_id is null and p.merged_into_id is null and p.id in (
      select i.contact_id from company_domains d
      join identities i on i.workspace_id = ${workspaceId} and i.channel = 'email' and lower(split_part(i.external_id, '@', 2)) = d.domain
      where d.workspace_id = ${workspaceId} and d.company_id = ${id}) ${seen}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
