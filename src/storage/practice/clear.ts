import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/**
 * What a fresh start takes away; what hangs from these goes with them. The workspace itself stays with its count of
 * changes, and so do the team and whoever is signed in: a browser that looks on must not be thrown out.
 */
const CLEARED = [
  'changes',
  'media',
  'outbox',
  'timeline_events',
  'notices',
  'reactions',
  'early_changes',
  'message_versions',
  'messages',
  'lanes',
  'conversations',
  'posts',
  'threads',
  'orders',
  'order_seekers',
  'shops',
  'identities',
  'contacts',
  'ledger',
  'drafts',
  'macros',
  'saved_replies',
  'saved_views',
  'notifications',
  'hooks',
  'own_models',
  'own_learning',
  'understanding_settings',
  'segments',
  'companies',
  'routing_policies',
  'agent_desks',
  'priority_scales',
  'rule_runs',
  'rule_versions',
  'rule_replies',
  'rules',
  'mails',
  'digest_turns',
  'inbox_grants',
  'team_members',
  'teams',
  'labels',
  'custom_fields',
  'undos',
  'board_hits',
  'hits',
  'listening_rules',
  'boards',
  'voice_hours',
  'spikes',
  'inbox_alerts',
  'inbox_gaps',
  'inbox_hours',
  'inbox_cursors',
  'inboxes',
  'calendars',
  'answer_policies',
  'audit_log',
] as const;

/** Tables of a workspace that a fresh start leaves as they are, and why; a test holds both lists against the schema. */
export const KEPT: Readonly<Record<string, string>> = {
  agents: 'the team; who was invited for a try goes',
  sessions: 'whoever looks on stays signed in',
  api_tokens: 'so does a script that practises',
  sign_in_links: 'a link that was printed still works',
  sign_in_tickets: 'whoever is between two steps goes on',
  sign_in_tries: 'they end by themselves',
  spent_challenges: 'they end by themselves',
  totp_secrets: 'how the team signs in',
  recovery_codes: 'how the team signs in',
  passkeys: 'how the team signs in',
  oidc_providers: 'how the team signs in',
  oidc_identities: 'how the team signs in',
  security_policies: 'how the team signs in',
  roles: 'what the team may do',
  filing_turns: 'a lock',
  tasks: 'they go with their conversations',
  conversation_links: 'they go with their conversations',
  contact_notes: 'they go with their people',
  undo_steps: 'they go with their undos',
  chat_visitors: 'they go with their inboxes',
  hook_deliveries: 'they go with their addresses',
  house_keys: 'browsers that look on know them',
  shop_events: 'they go with their shops',
  routing_turns: 'a lock',
  corrections: 'they go with their messages',
  second_opinions: 'they go with their messages',
  second_opinion_settings: 'whoever connected a language model keeps it',
  company_domains: 'they go with their companies',
  contact_keys: 'they go with their identities',
  identity_names: 'they go with their identities',
  contact_merges: 'they go with their people',
  not_same_people: 'they go with their people',
  push_subscriptions: 'browsers that look on are still told',
};
export const CLEARED_TABLES: readonly string[] = CLEARED;

/** Everything of a practice workspace but its team. Refuses any other workspace by touching nothing. */
export async function clearPractice(tx: Tx, workspaceId: WorkspaceId, team: readonly AgentId[]): Promise<boolean> {
  // Before anything else is locked, as filing does: it ends first, or begins on the cleared tables.
  const { rows } = await sql`select 1 from filing_turns t join workspaces w on w.id = t.workspace_id
    where t.workspace_id = ${workspaceId} and w.is_practice for update of t`.execute(tx);
  if (rows.length === 0) return false;
  for (const table of CLEARED)
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx);
  await sql`delete from agents where workspace_id = ${workspaceId} and not (id = any(${[...team]}::uuid[]))`.execute(
    tx,
  );
  await sql`update agents set deactivated_at = null where workspace_id = ${workspaceId}`.execute(tx);
  return true;
}
