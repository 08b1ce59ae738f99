import { sql } from 'kysely';
import type { AgentId, ContactId, InboxId, LabelId, TeamId, WorkspaceId } from '../../core/ids.ts';
import { soughtIn } from '../../core/text/fold.ts';
import { foldName } from '../../core/text/fold-name.ts';
import type { Reader } from '../database.ts';
import { tsqueryOf, workspaceWord } from './words.ts';

/** More people than this with one name, and nobody means all of them. */
const MOST_PEOPLE = 500;

/** Word for word the expression of the index `contacts_words`. */
const CONTACT_WORDS = sql`(array_to_tsvector(array['#' || p.workspace_id]) || to_tsvector('simple', translate(p.folded, '.,@_/+-''&=?#:~%', '               ')))`;

export async function findInboxes(
  db: Reader,
  workspaceId: WorkspaceId,
): Promise<readonly { readonly id: InboxId; readonly channel: string; readonly names: readonly string[] }[]> {
  const rows = await db
    .selectFrom('inboxes')
    .select(['id', 'channel', 'name', 'handle'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return rows.map(({ id, channel, name, handle }) => ({ id, channel, names: [name, handle ?? ''].map(foldName) }));
}

type Named = 'labels' | 'teams' | 'agents';
interface Ids {
  readonly labels: LabelId;
  readonly teams: TeamId;
  readonly agents: AgentId;
}

/** Those whose name is this; where none is, those whose name begins so, as a whole or in one of its words. */
export async function findNamed<Kind extends Named>(
  db: Reader,
  workspaceId: WorkspaceId,
  kind: Kind,
  name: string,
): Promise<readonly Ids[Kind][]> {
  const { rows } = await sql<{ id: Ids[Kind]; name: string }>`
    select id, name from ${sql.table(kind)} where workspace_id = ${workspaceId} order by name`.execute(db);
  const sought = foldName(name.replace(/^@/, ''));
  const folded = rows.map(({ id, name: own }) => ({ id, name: foldName(own) }));
  const same = folded.filter((row) => row.name === sought);
  const found = same.length > 0 ? same : folded.filter((row) => ` ${row.name}`.includes(` ${sought}`));
  return found.map(({ id }) => id);
}

/** People by the words of their name, or by the beginning of a handle. */
export async function findPeople(db: Reader, workspaceId: WorkspaceId, name: string): Promise<readonly ContactId[]> {
  const handle = foldName(name.replace(/^@/, ''));
  const words = nameWords(name);
  const byName = words
    ? sql`(select p.id from contacts p where p.workspace_id = ${workspaceId}
        and ${CONTACT_WORDS} @@ ${tsqueryOf([workspaceWord(workspaceId), ...words])} limit ${MOST_PEOPLE})`
    : sql`(select null::uuid as id where false)`;
  const { rows } = await sql<{ id: ContactId }>`
    ${byName} union (select i.contact_id from identities i where i.workspace_id = ${workspaceId} and i.handle is not null
      and lower(i.handle) like ${`${handle.replace(/[\\%_]/g, '\\$&')}%`} limit ${MOST_PEOPLE})`.execute(db);
  return rows.map(({ id }) => id);
}

/** Null: there is no letter in it. */
function nameWords(name: string) {
  const words = soughtIn(name).map(
    (one) =>
      ({
        kind: 'word',
        beginning: foldName(
          one.kind === 'word'
            ? one.beginning
            : one.pairs.map((pair, at) => (at === 0 ? pair : [...pair].at(-1))).join(''),
        ),
      }) as const,
  );
  return words.length > 0 ? words : null;
}
