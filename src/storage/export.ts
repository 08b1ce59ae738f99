import { sql } from 'kysely';
import type { WorkspaceId } from '../core/ids.ts';
import type { Reader } from './database.ts';

interface Exported {
  readonly table: string;
  /** The primary key after the workspace, with the types that it is compared in. */
  readonly key: readonly (readonly [column: string, type: string])[];
  /** Columns that stay in the house: secrets, and what only this installation can use. */
  readonly without?: readonly string[];
}

const id = ['id', 'uuid'] as const;
const EXPORTED: readonly Exported[] = [
  { table: 'agents', key: [id], without: ['password_hash'] },
  { table: 'roles', key: [id] },
  { table: 'teams', key: [id] },
  {
    table: 'team_members',
    key: [
      ['team_id', 'uuid'],
      ['agent_id', 'uuid'],
    ],
  },
  {
    table: 'inbox_grants',
    key: [
      ['inbox_id', 'uuid'],
      ['holder_id', 'uuid'],
    ],
  },
  { table: 'audit_log', key: [id] },
  { table: 'security_policies', key: [['workspace_id', 'integer']] },
  { table: 'oidc_providers', key: [id], without: ['client_secret'] },
  {
    table: 'oidc_identities',
    key: [
      ['issuer', 'text'],
      ['subject', 'text'],
    ],
  },
  { table: 'inboxes', key: [id], without: ['credentials'] },
  { table: 'hooks', key: [id], without: ['secret', 'old_secret'] },
  { table: 'ledger', key: [['id', 'bigint']] },
  { table: 'contacts', key: [id], without: ['folded'] },
  { table: 'identities', key: [id] },
  { table: 'threads', key: [id] },
  { table: 'posts', key: [['thread_id', 'uuid']] },
  { table: 'conversations', key: [id] },
  { table: 'messages', key: [id], without: ['search'] },
  {
    table: 'message_versions',
    key: [
      ['message_id', 'uuid'],
      ['replaced_at', 'timestamptz'],
    ],
  },
  {
    table: 'reactions',
    key: [
      ['inbox_id', 'uuid'],
      ['target_external_id', 'text'],
      ['by_external_id', 'text'],
      ['reaction', 'text'],
    ],
  },
  {
    table: 'notices',
    key: [
      ['inbox_id', 'uuid'],
      ['external_id', 'text'],
    ],
  },
  { table: 'inbox_gaps', key: [id] },
  { table: 'timeline_events', key: [id] },
  { table: 'labels', key: [id], without: ['folded'] },
  { table: 'custom_fields', key: [id], without: ['folded'] },
  { table: 'tasks', key: [id], without: ['called_at'] },
  {
    table: 'conversation_links',
    key: [
      ['a_id', 'uuid'],
      ['b_id', 'uuid'],
    ],
  },
  { table: 'contact_notes', key: [id] },
  { table: 'shops', key: [id], without: ['credentials', 'cursor'] },
  { table: 'orders', key: [id] },
  {
    table: 'not_same_people',
    key: [
      ['a_id', 'uuid'],
      ['b_id', 'uuid'],
    ],
  },
  { table: 'contact_merges', key: [id] },
  { table: 'companies', key: [id], without: ['folded'] },
  { table: 'company_domains', key: [['domain', 'text']] },
  { table: 'segments', key: [id], without: ['folded'] },
  { table: 'saved_views', key: [id] },
  { table: 'outbox', key: [id] },
  { table: 'saved_replies', key: [id] },
  { table: 'chat_visitors', key: [id], without: ['token_hash'] },
  { table: 'macros', key: [id] },
  {
    table: 'drafts',
    key: [
      ['agent_id', 'uuid'],
      ['conversation_id', 'uuid'],
      ['kind', 'text'],
    ],
  },
  { table: 'calendars', key: [id], without: ['folded'] },
  { table: 'answer_policies', key: [id], without: ['folded'] },
  { table: 'rules', key: [id] },
  {
    table: 'rule_versions',
    key: [
      ['rule_id', 'uuid'],
      ['version', 'integer'],
    ],
  },
  { table: 'boards', key: [id] },
  { table: 'listening_rules', key: [id] },
  { table: 'hits', key: [id], without: ['search'] },
  {
    table: 'voice_hours',
    key: [
      ['board_id', 'uuid'],
      ['channel', 'text'],
      ['hour', 'timestamptz'],
    ],
  },
  { table: 'spikes', key: [id] },
  { table: 'corrections', key: [id] },
  { table: 'understanding_settings', key: [['workspace_id', 'integer']], without: ['stamp'] },
  {
    table: 'second_opinion_settings',
    key: [['workspace_id', 'integer']],
    without: ['api_key', 'shape', 'day', 'calls', 'tokens', 'failures', 'rests_until', 'last_error', 'last_error_at'],
  },
  { table: 'priority_scales', key: [id], without: ['spread_to', 'spread_at'] },
  { table: 'agent_desks', key: [['agent_id', 'uuid']], without: ['seen_at'] },
  {
    table: 'routing_policies',
    key: [
      ['scope', 'uuid'],
      ['version', 'integer'],
    ],
  },
  // The address of a file on a network may carry a signature that opens it.
  { table: 'media', key: [id], without: ['url', 'ask'] },
];

/** Tables that an export leaves out, and why; a test holds both lists against the schema. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  workspaces: 'its name and settings are the first line of the export',
  schema_steps: 'belongs to the database, not to a workspace',
  heartbeats: 'which processes live just now',
  door: 'when this installation last took webhooks',
  filing_turns: 'a lock',
  sessions: 'secret',
  sign_in_links: 'secret',
  sign_in_tickets: 'secret',
  sign_in_tries: 'guesses of the last hour',
  spent_challenges: 'answers of the last minutes',
  totp_secrets: 'secret',
  recovery_codes: 'secret',
  passkeys: 'belong to the address of this installation',
  api_tokens: 'secret',
  inbox_cursors: 'where this installation reads on',
  inbox_hours: 'the rhythm of this installation, learned anew',
  inbox_alerts: 'what is wrong with the accounts here just now',
  contact_keys: 'digests under a key of this installation; they follow from what was said',
  identity_names: 'follows from the messages',
  board_hits: 'follows from the hits',
  lanes: 'follows from the conversations',
  early_changes: 'waits for its message',
  undos: 'what can be taken back here for a while',
  undo_steps: 'what can be taken back here for a while',
  changes: 'what browsers were told within the last day',
  notifications: 'called people; what they are about is in the conversations',
  hook_deliveries: 'what this installation told other programs, kept for two weeks',
  house_keys: 'secret',
  shop_events: 'what shops told this installation, kept for a month; what came of it is in the orders',
  order_seekers: 'whose orders are looked for just now',
  push_subscriptions: 'belong to the keys of this installation',
  second_opinions:
    'what a language model was asked about, kept for two weeks; what came of it stands with the messages',
  own_learning: 'how far learning is here; it begins anew from the corrections',
  own_models: 'learned anew from the corrections',
  routing_turns: 'a lock',
  rule_runs: 'what rules did is in the timelines; this only keeps them from doing it again',
  rule_replies: 'when a rule last answered whom; the answers are in the conversations',
  digest_turns: 'when this installation last wrote to whom',
  mails: 'what this installation wrote to its own people',
};
export const EXPORTED_TABLES = EXPORTED.map(({ table }) => table);

const PAGE = 500;

export interface ExportedRow {
  readonly table: string;
  readonly row: unknown;
}

/**
 * Everything of a workspace, row by row, without secrets. Read in pages, each of them quick, so that the desk goes on
 * working; what is written meanwhile may or may not be in it.
 */
export async function* exportRows(db: Reader, workspaceId: WorkspaceId): AsyncGenerator<ExportedRow> {
  const workspace = await sql<{ row: unknown }>`
    select to_jsonb(w) - 'change_seq' as row from workspaces w where id = ${workspaceId}`.execute(db);
  for (const { row } of workspace.rows) yield { table: 'workspaces', row };
  for (const table of EXPORTED) {
    let after: readonly string[] | null = null;
    do {
      const rows: readonly Page[] = await readPage(db, workspaceId, table, after);
      for (const { row } of rows) yield { table: table.table, row };
      after = rows.length < PAGE ? null : (rows.at(-1)?.key ?? null);
    } while (after);
  }
}

interface Page {
  readonly row: unknown;
  readonly key: readonly string[];
}

async function readPage(
  db: Reader,
  workspaceId: WorkspaceId,
  { table, key, without = [] }: Exported,
  after: readonly string[] | null,
): Promise<readonly Page[]> {
  const columns = sql.join(key.map(([column]) => sql.ref(column)));
  const texts = sql.join(key.map(([column]) => sql`${sql.ref(column)}::text`));
  const values = after && sql.join(key.map(([, type], at) => sql`${after[at]}::${sql.raw(type)}`));
  const { rows } = await sql<Page>`
    select to_jsonb(t) - ${[...without, 'workspace_id', ...(table === 'ledger' ? ['body'] : [])]}::text[]
        ${table === 'ledger' ? sql`|| jsonb_build_object('body_base64', translate(encode(t.body, 'base64'), E'\\n', ''))` : sql``} as row,
      array[${texts}] as key
    from ${sql.table(table)} t
    where workspace_id = ${workspaceId} ${values ? sql`and (${columns}) > (${values})` : sql``}
    order by ${columns} limit ${PAGE}`.execute(db);
  return rows;
}
