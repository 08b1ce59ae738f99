import type { InboxGrantsTable, RolesTable, TeamMembersTable, TeamsTable } from './tables/access.ts';
import type { AgentsTable, ApiTokensTable, AuditLogTable, SessionsTable, SignInLinksTable } from './tables/agents.ts';
import type { ChatVisitorsTable } from './tables/chat.ts';
import type { AnswerPoliciesTable, CalendarsTable } from './tables/clocks.ts';
import type { OrderSeekersTable, OrdersTable, ShopEventsTable, ShopsTable } from './tables/commerce.ts';
import type { DraftsTable, MacrosTable, SavedRepliesTable } from './tables/composing.ts';
import type { ContactsTable, IdentitiesTable } from './tables/contacts.ts';
import type { ConversationsTable, LanesTable, TimelineEventsTable } from './tables/conversations.ts';
import type {
  DoorTable,
  InboxAlertsTable,
  InboxCursorsTable,
  InboxesTable,
  InboxGapsTable,
  InboxHoursTable,
  LedgerTable,
} from './tables/inboxes.ts';
import type {
  CorrectionsTable,
  OwnLearningTable,
  OwnModelsTable,
  UnderstandingSettingsTable,
} from './tables/learning.ts';
import type {
  BoardHitsTable,
  BoardsTable,
  HitsTable,
  ListeningRulesTable,
  SpikesTable,
  VoiceHoursTable,
} from './tables/listening.ts';
import type {
  EarlyChangesTable,
  MediaTable,
  MessagesTable,
  MessageVersionsTable,
  ReactionsTable,
} from './tables/messages.ts';
import type { NotificationsTable } from './tables/notifications.ts';
import type { OutboxTable } from './tables/outbox.ts';
import type {
  CompaniesTable,
  CompanyDomainsTable,
  ContactKeysTable,
  ContactMergesTable,
  IdentityNamesTable,
  NotSamePeopleTable,
  SegmentsTable,
} from './tables/persons.ts';
import type {
  DigestTurnsTable,
  HookDeliveriesTable,
  HooksTable,
  HouseKeysTable,
  MailsTable,
  PushSubscriptionsTable,
} from './tables/pinged.ts';
import type { PriorityScalesTable } from './tables/priority.ts';
import type { AgentDesksTable, RoutingPoliciesTable, RoutingTurnsTable } from './tables/routing.ts';
import type { RuleRepliesTable, RuleRunsTable, RulesTable, RuleVersionsTable } from './tables/rules.ts';
import type { SecondOpinionSettingsTable, SecondOpinionsTable } from './tables/second-opinion.ts';
import type {
  OidcIdentitiesTable,
  OidcProvidersTable,
  PasskeysTable,
  RecoveryCodesTable,
  SecurityPoliciesTable,
  SignInTicketsTable,
  SignInTriesTable,
  SpentChallengesTable,
  TotpSecretsTable,
} from './tables/security.ts';
import type { NoticesTable, PostsTable, ThreadsTable } from './tables/threads.ts';
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
import type { ChangesTable, FilingTurnsTable, HeartbeatsTable, WorkspacesTable } from './tables/workspaces.ts';

/** Every table there is, by its name. */
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
  door: DoorTable;
  inbox_hours: InboxHoursTable;
  inbox_gaps: InboxGapsTable;
  inbox_alerts: InboxAlertsTable;
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
  contact_keys: ContactKeysTable;
  identity_names: IdentityNamesTable;
  not_same_people: NotSamePeopleTable;
  contact_merges: ContactMergesTable;
  companies: CompaniesTable;
  company_domains: CompanyDomainsTable;
  segments: SegmentsTable;
  undos: UndosTable;
  undo_steps: UndoStepsTable;
  chat_visitors: ChatVisitorsTable;
  hooks: HooksTable;
  hook_deliveries: HookDeliveriesTable;
  house_keys: HouseKeysTable;
  push_subscriptions: PushSubscriptionsTable;
  digest_turns: DigestTurnsTable;
  mails: MailsTable;
  calendars: CalendarsTable;
  answer_policies: AnswerPoliciesTable;
  shops: ShopsTable;
  shop_events: ShopEventsTable;
  orders: OrdersTable;
  order_seekers: OrderSeekersTable;
  rules: RulesTable;
  boards: BoardsTable;
  listening_rules: ListeningRulesTable;
  hits: HitsTable;
  board_hits: BoardHitsTable;
  voice_hours: VoiceHoursTable;
  spikes: SpikesTable;
  rule_versions: RuleVersionsTable;
  rule_runs: RuleRunsTable;
  rule_replies: RuleRepliesTable;
  priority_scales: PriorityScalesTable;
  corrections: CorrectionsTable;
  own_learning: OwnLearningTable;
  own_models: OwnModelsTable;
  understanding_settings: UnderstandingSettingsTable;
  second_opinion_settings: SecondOpinionSettingsTable;
  second_opinions: SecondOpinionsTable;
  agent_desks: AgentDesksTable;
  routing_policies: RoutingPoliciesTable;
  routing_turns: RoutingTurnsTable;
}
