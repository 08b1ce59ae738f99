import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Role } from '../core/access/role.ts';
import type { Reach } from '../core/channel/event.ts';
import type { OutgoingKind } from '../core/channel/outgoing.ts';
import type {
  ActorKind,
  Attention,
  Delivery,
  InboxState,
  LedgerState,
  OutboxState,
  Resolution,
} from '../core/conversation/states.ts';
import type {
  AgentId,
  ContactId,
  ConversationId,
  IdentityId,
  InboxId,
  Json,
  MediaId,
  MessageId,
  OutgoingId,
  RoleId,
  ThreadId,
  WorkspaceId,
} from '../core/ids.ts';
import type { InboxGrantsTable, RolesTable, TeamMembersTable, TeamsTable } from './tables/access.ts';
import type { DraftsTable, MacrosTable, SavedRepliesTable } from './tables/composing.ts';
import type { NotificationsTable } from './tables/notifications.ts';
import type {
  LinkKind,
  OidcIdentitiesTable,
  OidcProvidersTable,
  OpenedBy,
  PasskeysTable,
  RecoveryCodesTable,
  SecurityPoliciesTable,
  SignInTicketsTable,
  SignInTriesTable,
  SpentChallengesTable,
  TotpSecretsTable,
} from './tables/security.ts';
import type { SavedViewsTable } from './tables/views.ts';
import type {
  ContactNotesTable,
  ConversationLinksTable,
  CustomFieldsTable,
  LabelsTable,
  TasksTable,
  UndoStepsTable,
  UndosTable,
} from './tables/work.ts';

/** JSON goes in as text that we serialised ourselves, and comes out parsed. */
type JsonColumn = ColumnType<Json, string, string>;
type JsonWithDefault = ColumnType<Json, string | undefined, string>;
type NullableJson = ColumnType<Json, string | null | undefined, string | null>;

export interface Tables {
  workspaces: WorkspacesTable;
  filing_turns: FilingTurnsTable;
  agents: AgentsTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  api_tokens: ApiTokensTable;
  audit_log: AuditLogTable;
  security_policies: SecurityPoliciesTable;
  sign_in_tickets: SignInTicketsTable;
  sign_in_tries: SignInTriesTable;
  spent_challenges: SpentChallengesTable;
  totp_secrets: TotpSecretsTable;
  recovery_codes: RecoveryCodesTable;
  passkeys: PasskeysTable;
  oidc_providers: OidcProvidersTable;
  oidc_identities: OidcIdentitiesTable;
  inboxes: InboxesTable;
  heartbeats: HeartbeatsTable;
  inbox_cursors: InboxCursorsTable;
  ledger: LedgerTable;
  contacts: ContactsTable;
  identities: IdentitiesTable;
  threads: ThreadsTable;
  posts: PostsTable;
  conversations: ConversationsTable;
  lanes: LanesTable;
  messages: MessagesTable;
  message_versions: MessageVersionsTable;
  early_changes: EarlyChangesTable;
  reactions: ReactionsTable;
  notices: NoticesTable;
  timeline_events: TimelineEventsTable;
  outbox: OutboxTable;
  media: MediaTable;
  changes: ChangesTable;
  saved_views: SavedViewsTable;
  notifications: NotificationsTable;
  drafts: DraftsTable;
  saved_replies: SavedRepliesTable;
  macros: MacrosTable;
  roles: RolesTable;
  teams: TeamsTable;
  team_members: TeamMembersTable;
  inbox_grants: InboxGrantsTable;
  labels: LabelsTable;
  custom_fields: CustomFieldsTable;
  tasks: TasksTable;
  conversation_links: ConversationLinksTable;
  contact_notes: ContactNotesTable;
  undos: UndosTable;
  undo_steps: UndoStepsTable;
}

export interface WorkspacesTable {
  id: GeneratedAlways<WorkspaceId>;
  slug: string;
  name: string;
  is_practice: Generated<boolean>;
  settings: JsonWithDefault;
  change_seq: Generated<number>;
  created_at: Generated<Date>;
}

export interface FilingTurnsTable {
  workspace_id: WorkspaceId;
}

export interface AgentsTable {
  workspace_id: WorkspaceId;
  id: AgentId;
  email: string;
  name: string;
  role: Role;
  role_id: RoleId | null;
  password_hash: string | null;
  first_signed_in_at: Generated<Date | null>;
  deactivated_at: Date | null;
  preferences: JsonWithDefault;
  created_at: Generated<Date>;
}

export interface SessionsTable {
  workspace_id: WorkspaceId;
  token_hash: Uint8Array;
  agent_id: AgentId;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  user_agent: Generated<string>;
  address: Generated<string>;
  opened_by: Generated<OpenedBy>;
}

export interface SignInLinksTable {
  workspace_id: WorkspaceId;
  token_hash: Uint8Array;
  agent_id: AgentId;
  expires_at: Date;
  used_at: Date | null;
  kind: Generated<LinkKind>;
}

export interface ApiTokensTable {
  workspace_id: WorkspaceId;
  id: string;
  token_hash: Uint8Array;
  name: string;
  scopes: string[];
  inbox_rights: NullableJson;
  created_by: AgentId | null;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface AuditLogTable {
  workspace_id: WorkspaceId;
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  act: string;
  target: string | null;
  detail: JsonWithDefault;
  address: string | null;
}

export interface InboxesTable {
  workspace_id: WorkspaceId;
  id: InboxId;
  channel: string;
  external_id: string;
  name: string;
  handle: string | null;
  avatar_url: string | null;
  purpose: Generated<string>;
  brand: string | null;
  language: string | null;
  settings: JsonWithDefault;
  credentials: Uint8Array;
  state: Generated<InboxState>;
  state_detail: string | null;
  state_since: Generated<Date>;
  token_expires_at: Date | null;
  last_event_at: Date | null;
  last_call_at: Date | null;
  last_error_at: Date | null;
  last_error: string | null;
  last_count: NullableJson;
  puller: string | null;
  puller_until: Date | null;
  removed_at: Date | null;
  is_restricted: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface HeartbeatsTable {
  process: string;
  role: string;
  started_at: Date;
  seen_at: Date;
}

export interface InboxCursorsTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  stream: string;
  cursor: JsonColumn;
  updated_at: Date;
}

export interface LedgerTable {
  workspace_id: WorkspaceId;
  id: GeneratedAlways<number>;
  family: string;
  inbox_id: InboxId | null;
  source: string;
  headers: JsonColumn;
  body: Uint8Array;
  received_at: Date;
  state: Generated<LedgerState>;
  reason: string | null;
  outcome: NullableJson;
  attempts: Generated<number>;
  filed_at: Date | null;
  redacted_at: Date | null;
}

export interface ContactsTable {
  workspace_id: WorkspaceId;
  id: ContactId;
  name: string;
  avatar_url: string | null;
  language: string | null;
  created_at: Date;
  fields: JsonWithDefault;
  blocked_at: Date | null;
  blocked_by: AgentId | null;
  muted_at: Date | null;
  muted_by: AgentId | null;
  /** Made from `name` by the database. */
  folded: GeneratedAlways<string>;
}

export interface IdentitiesTable {
  workspace_id: WorkspaceId;
  id: IdentityId;
  contact_id: ContactId;
  channel: string;
  scope: string;
  external_id: string;
  name: string | null;
  handle: string | null;
  avatar_url: string | null;
  followers: number | null;
  looked_up_at: Date | null;
  created_at: Date;
}

export interface ThreadsTable {
  workspace_id: WorkspaceId;
  id: ThreadId;
  inbox_id: InboxId;
  external_id: string;
  kind: 'post' | 'direct' | 'mail' | 'review';
  reach: Reach;
  title: string | null;
  permalink: string | null;
  counterpart_id: IdentityId | null;
  remote: NullableJson;
  looked_up_at: Date | null;
  created_at: Date;
}

export interface PostsTable {
  workspace_id: WorkspaceId;
  thread_id: ThreadId;
  is_ours: boolean;
  author_name: string | null;
  content: JsonColumn;
  remote: NullableJson;
  permalink: string | null;
  posted_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  looked_up_at: Date | null;
}

export interface ConversationsTable {
  workspace_id: WorkspaceId;
  id: ConversationId;
  inbox_id: InboxId;
  thread_id: ThreadId;
  channel: string;
  reach: Reach;
  contact_id: ContactId;
  identity_id: IdentityId;
  subject: string | null;
  preview: Generated<string>;
  language: string | null;
  attention: Attention | null;
  attention_reason: string | null;
  attention_by: AgentId | null;
  attention_at: Date | null;
  resolution: Generated<Resolution>;
  resolution_by: AgentId | null;
  resolution_at: Date | null;
  assignee_id: AgentId | null;
  priority: Generated<number>;
  priority_parts: JsonWithDefault;
  waiting_since: Date | null;
  opened_at: Date | null;
  opened_by: AgentId | null;
  snoozed_until: Date | null;
  answered_elsewhere_at: Date | null;
  first_response_at: Date | null;
  first_response_by: AgentId | null;
  last_inbound_at: Date | null;
  last_outbound_at: Date | null;
  last_message_at: Date;
  message_count: Generated<number>;
  created_at: Date;
  changed_seq: Generated<number>;
  team_id: string | null;
  label_ids: Generated<string[]>;
  fields: JsonWithDefault;
  promised_for: Date | null;
  promise: string | null;
  promise_chased_at: Date | null;
  merged_into_id: ConversationId | null;
}

export interface LanesTable {
  workspace_id: WorkspaceId;
  thread_id: ThreadId;
  lane: string;
  conversation_id: ConversationId;
}

export interface MessagesTable {
  workspace_id: WorkspaceId;
  id: MessageId;
  inbox_id: InboxId;
  thread_id: ThreadId | null;
  conversation_id: ConversationId | null;
  identity_id: IdentityId | null;
  agent_id: AgentId | null;
  external_id: string | null;
  parent_external_id: string | null;
  mark: string | null;
  direction: 'inbound' | 'outbound' | 'note';
  reach: Reach;
  text: string;
  content: JsonWithDefault;
  search: Generated<string>;
  /** Made from `search` by the database. */
  words: GeneratedAlways<string>;
  language: string | null;
  automatic: string | null;
  is_history: Generated<boolean>;
  delivery: Delivery | null;
  delivery_detail: string | null;
  remote: NullableJson;
  permalink: string | null;
  sent_at: Date;
  received_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  hidden_at: Date | null;
  looked_up_at: Date | null;
  is_partial: Generated<boolean>;
  mentions: NullableJson;
  told_seq: number | null;
  ledger_id: number | null;
}

export interface MessageVersionsTable {
  workspace_id: WorkspaceId;
  message_id: MessageId;
  replaced_at: Date;
  text: string;
  ledger_id: number | null;
}

export interface EarlyChangesTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  external_id: string;
  kind: string;
  change: JsonColumn;
  at: Date;
  ledger_id: number | null;
}

export interface ReactionsTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  target_external_id: string;
  by_external_id: string;
  reaction: string;
  at: Date;
  removed_at: Date | null;
}

export interface NoticesTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  external_id: string;
  thread_id: ThreadId | null;
  notice: string;
  detail: string;
  at: Date;
}

export interface TimelineEventsTable {
  workspace_id: WorkspaceId;
  id: string;
  conversation_id: ConversationId;
  at: Date;
  actor_kind: ActorKind;
  actor_id: string | null;
  kind: string;
  detail: JsonWithDefault;
}

export interface OutboxTable {
  workspace_id: WorkspaceId;
  id: OutgoingId;
  position: GeneratedAlways<number>;
  inbox_id: InboxId;
  order_key: string;
  kind: OutgoingKind;
  payload: JsonColumn;
  conversation_id: ConversationId | null;
  message_id: MessageId | null;
  target_message_id: MessageId | null;
  agent_id: AgentId | null;
  reason: string | null;
  state: Generated<OutboxState>;
  detail: string | null;
  refusal: string | null;
  attempts: Generated<number>;
  not_before: Date;
  lease_until: Date | null;
  looks: Generated<number>;
  absences: Generated<number>;
  awaits_person: Generated<boolean>;
  first_tried_at: Date | null;
  marked_at: Date | null;
  external_id: string | null;
  remote: NullableJson;
  created_at: Date;
  finished_at: Date | null;
  scheduled_for: Date | null;
  read_at_seq: number | null;
  before: NullableJson;
}

export interface MediaTable {
  workspace_id: WorkspaceId;
  id: MediaId;
  message_id: MessageId | null;
  inbox_id: InboxId | null;
  ledger_id: number | null;
  part: number | null;
  url: string | null;
  with_token: Generated<boolean>;
  name: string | null;
  mime_type: string | null;
  size_bytes: number | null;
  sha256: string | null;
  state: 'wanted' | 'stored' | 'failed' | 'deleted';
  detail: string | null;
  attempts: Generated<number>;
  not_before: Date;
  uploaded_by: AgentId | null;
  created_at: Date;
}

export interface ChangesTable {
  workspace_id: WorkspaceId;
  seq: number;
  at: Date;
  kind: string;
  conversation_id: ConversationId | null;
  detail: NullableJson;
}
