-- Every key starts with the workspace, and no statement touches two of them: one schema serves a shop on an
-- embedded database and hundreds of brands sharded by workspace_id. Constraints, not code, decide every race.

create table workspaces (
  id integer generated always as identity primary key,
  slug text not null unique,
  name text not null,
  is_practice boolean not null default false,
  settings jsonb not null default '{}',
  -- Counts changes in the order in which they were committed; the last statement of a transaction takes it, so the lock is short.
  change_seq bigint not null default 0,
  created_at timestamptz not null default now()
);

-- One row a workspace; whoever holds its lock files. Filing is one at a time per workspace, which keeps the order per thread.
create table filing_turns (
  workspace_id integer primary key references workspaces (id) on delete cascade
);

create table agents (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'lead', 'agent', 'viewer')),
  password_hash text,
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, email)
);

create table sessions (
  workspace_id integer not null references workspaces (id) on delete cascade,
  token_hash bytea not null,
  agent_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null default '',
  address text not null default '',
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

create table sign_in_links (
  workspace_id integer not null references workspaces (id) on delete cascade,
  token_hash bytea not null,
  agent_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

create table api_tokens (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  token_hash bytea not null,
  name text not null,
  scopes text[] not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash)
);

create table audit_log (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  act text not null,
  target text,
  detail jsonb not null default '{}',
  address text,
  primary key (workspace_id, id)
);

create table inboxes (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  channel text not null,
  -- The account on the network. A Page is one inbox of `facebook` and one of `messenger`.
  external_id text not null,
  name text not null,
  handle text,
  avatar_url text,
  purpose text not null default 'support',
  brand text,
  language text,
  settings jsonb not null default '{}',
  -- Sealed with a key that is never in the database.
  credentials bytea not null,
  state text not null default 'connected' check (state in ('connected', 'needs_login', 'trouble', 'paused')),
  state_detail text,
  state_since timestamptz not null default now(),
  token_expires_at timestamptz,
  last_event_at timestamptz,
  last_call_at timestamptz,
  last_error_at timestamptz,
  last_error text,
  last_count jsonb,
  -- Which worker reads it, and until when: with two of them only one does.
  puller uuid,
  puller_until timestamptz,
  -- Taken off the desk: its conversations stay readable, its credentials are gone, and connecting the account again revives it.
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, channel, external_id)
);

-- Which processes are at work, so that a desk whose worker died says so.
create table heartbeats (
  process uuid primary key,
  role text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

create table inbox_cursors (
  workspace_id integer not null,
  inbox_id uuid not null,
  stream text not null,
  cursor jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, inbox_id, stream),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade
);

-- Everything that ever arrived, as it arrived, with what became of it.
create table ledger (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id bigint generated always as identity,
  family text not null,
  inbox_id uuid,
  source text not null,
  headers jsonb not null,
  body bytea not null,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'filed', 'duplicate', 'ignored', 'set_aside')),
  reason text,
  outcome jsonb,
  attempts smallint not null default 0,
  filed_at timestamptz,
  redacted_at timestamptz,
  primary key (workspace_id, id)
);
create index ledger_by_state on ledger (workspace_id, state, id);

create table contacts (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  avatar_url text,
  language text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table identities (
  workspace_id integer not null,
  id uuid not null,
  contact_id uuid not null,
  channel text not null,
  scope text not null,
  external_id text not null,
  name text,
  handle text,
  avatar_url text,
  followers integer,
  looked_up_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, channel, scope, external_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index identities_contact on identities (workspace_id, contact_id);

create table threads (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  inbox_id uuid not null,
  external_id text not null,
  kind text not null,
  reach text not null,
  title text,
  permalink text,
  counterpart_id uuid,
  remote jsonb,
  looked_up_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, inbox_id, external_id)
);

-- Places and people of whom we know the name only, until they were looked up once.
create index threads_unlooked on threads (workspace_id, inbox_id, id) where looked_up_at is null and kind in ('post', 'review');
create index identities_unlooked on identities (workspace_id, channel, id) where looked_up_at is null and name is null;

-- The post that a public thread hangs from; a thread without a row here is one whose post we have not seen yet.
create table posts (
  workspace_id integer not null,
  thread_id uuid not null,
  is_ours boolean not null,
  author_name text,
  content jsonb not null,
  remote jsonb,
  permalink text,
  posted_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  reactions integer,
  comments integer,
  shares integer,
  looked_up_at timestamptz,
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id) on delete cascade
);

create table conversations (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  inbox_id uuid not null,
  thread_id uuid not null,
  channel text not null,
  reach text not null,
  contact_id uuid not null,
  identity_id uuid not null,
  subject text,
  preview text not null default '',
  language text,
  -- Null only for imported history that ended with our own words: it waits for nobody, and nobody claims to have answered it here.
  attention text check (attention in ('needs_answer', 'answered', 'acknowledged', 'no_reply')),
  attention_reason text,
  attention_by uuid,
  attention_at timestamptz,
  resolution text not null default 'open' check (resolution in ('open', 'proposed', 'confirmed', 'unconfirmed')),
  resolution_by uuid,
  resolution_at timestamptz,
  assignee_id uuid,
  priority integer not null default 0,
  priority_parts jsonb not null default '[]',
  waiting_since timestamptz,
  opened_at timestamptz,
  opened_by uuid,
  snoozed_until timestamptz,
  answered_elsewhere_at timestamptz,
  -- When a person of ours first answered, and who.
  first_response_at timestamptz,
  first_response_by uuid,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  last_message_at timestamptz not null,
  message_count integer not null default 0,
  created_at timestamptz not null,
  -- The change that last touched it: what a page was read at is compared with this before anything is sent.
  changed_seq bigint not null default 0,
  primary key (workspace_id, id),
  constraint answered_by_a_human check (attention is null or attention = 'needs_answer' or attention_by is not null),
  constraint no_reply_has_a_reason check (attention <> 'no_reply' or attention_reason is not null),
  constraint waits_since_a_time check (attention <> 'needs_answer' or waiting_since is not null)
);
-- One index for each list, in the list's order: its first page costs the same however many conversations there are.
create index conversations_waiting on conversations (workspace_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null;
create index conversations_waiting_by_inbox on conversations (workspace_id, inbox_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null;
create index conversations_unassigned on conversations (workspace_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and assignee_id is null;
create index conversations_unassigned_by_inbox on conversations (workspace_id, inbox_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and assignee_id is null;
create index conversations_assigned_waiting on conversations (workspace_id, assignee_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and assignee_id is not null;
create index conversations_assigned_open on conversations (workspace_id, assignee_id, last_message_at desc, id desc)
  where assignee_id is not null and resolution = 'open' and snoozed_until is null and attention is distinct from 'needs_answer';
create index conversations_opened on conversations (workspace_id, opened_at, id)
  where attention = 'needs_answer' and snoozed_until is null and opened_at is not null;
create index conversations_snoozed on conversations (workspace_id, snoozed_until, id) where snoozed_until is not null;
create index conversations_latest on conversations (workspace_id, last_message_at desc, id desc);
create index conversations_latest_by_inbox on conversations (workspace_id, inbox_id, last_message_at desc, id desc);
create index conversations_contact on conversations (workspace_id, contact_id, last_message_at desc);

-- The current conversation of a lane of a thread. In a public thread each commenter has a lane (the identity's id);
-- in a private one there is a single lane (the thread's id). The key is what makes a burst one conversation.
create table lanes (
  workspace_id integer not null,
  thread_id uuid not null,
  lane uuid not null,
  conversation_id uuid not null,
  primary key (workspace_id, thread_id, lane),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id) on delete cascade
);
create index lanes_conversation on lanes (workspace_id, conversation_id);

create table messages (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  inbox_id uuid not null,
  thread_id uuid,
  conversation_id uuid,
  identity_id uuid,
  agent_id uuid,
  external_id text,
  parent_external_id text,
  mark text,
  direction text not null check (direction in ('inbound', 'outbound', 'note')),
  reach text not null,
  text text not null,
  content jsonb not null default '{}',
  search text not null default '',
  -- The workspace is a word of its own (no folded text begins so), and one index serves all of them.
  words tsvector generated always as (array_to_tsvector(array['#' || workspace_id]) || to_tsvector('simple', search)) stored,
  language text,
  automatic text,
  is_history boolean not null default false,
  delivery text check (delivery in ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled')),
  delivery_detail text,
  remote jsonb,
  permalink text,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  hidden_at timestamptz,
  looked_up_at timestamptz,
  -- The network gave ids only; the rest is asked for.
  is_partial boolean not null default false,
  -- The change that told of one of ours: whether a colleague answered since a page was read is decided by it.
  told_seq bigint,
  ledger_id bigint,
  primary key (workspace_id, id),
  -- Networks deliver at least once, several at a time and out of order: this makes a second delivery harmless.
  constraint message_once unique (workspace_id, inbox_id, external_id)
);
create index messages_conversation on messages (workspace_id, conversation_id, sent_at, id);
create index messages_thread on messages (workspace_id, thread_id, sent_at, id);
create index messages_untold on messages (workspace_id, conversation_id) where direction = 'outbound' and told_seq is null;
create index messages_partial on messages (workspace_id, id) where is_partial;
create index messages_words on messages using gin (words);

create table message_versions (
  workspace_id integer not null,
  message_id uuid not null,
  replaced_at timestamptz not null,
  text text not null,
  ledger_id bigint,
  primary key (workspace_id, message_id, replaced_at),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

-- Edits, deletions and hides that overtook the message they are about; applied when it comes.
create table early_changes (
  workspace_id integer not null references workspaces (id) on delete cascade,
  inbox_id uuid not null,
  external_id text not null,
  kind text not null,
  change jsonb not null,
  at timestamptz not null,
  ledger_id bigint,
  primary key (workspace_id, inbox_id, external_id, kind)
);

create table reactions (
  workspace_id integer not null references workspaces (id) on delete cascade,
  inbox_id uuid not null,
  target_external_id text not null,
  by_external_id text not null,
  reaction text not null,
  at timestamptz not null,
  -- A removed one stays as a mark, or a late redelivery of the adding would bring it back.
  removed_at timestamptz,
  primary key (workspace_id, inbox_id, target_external_id, by_external_id, reaction)
);

create table notices (
  workspace_id integer not null references workspaces (id) on delete cascade,
  inbox_id uuid not null,
  external_id text not null,
  thread_id uuid,
  notice text not null,
  detail text not null,
  at timestamptz not null,
  primary key (workspace_id, inbox_id, external_id)
);

create table timeline_events (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('contact', 'agent', 'bot', 'rule', 'system')),
  actor_id uuid,
  kind text not null,
  detail jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index timeline_conversation on timeline_events (workspace_id, conversation_id, at, id);

-- Acts that leave the house. The row is the job: there is no second record that could disagree with it.
create table outbox (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  position bigint generated always as identity,
  inbox_id uuid not null,
  -- Acts with the same key leave one after another, in the order in which they were given.
  order_key text not null,
  kind text not null,
  payload jsonb not null,
  conversation_id uuid,
  message_id uuid,
  target_message_id uuid,
  agent_id uuid,
  reason text,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
  detail text,
  refusal text,
  attempts smallint not null default 0,
  not_before timestamptz not null,
  lease_until timestamptz,
  -- How often the network was asked whether it is there, and how often in a row it said no.
  looks smallint not null default 0,
  absences smallint not null default 0,
  -- The network cannot tell: a person decides.
  awaits_person boolean not null default false,
  first_tried_at timestamptz,
  -- When the human act that sent it also marked the conversation as answered; taken back when it fails.
  marked_at timestamptz,
  external_id text,
  remote jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index outbox_due on outbox (workspace_id, order_key, position) where state in ('queued', 'sending', 'unknown');
-- Accepted under a name that we do not know (yet): an echo may still tell it.
create index outbox_nameless on outbox (workspace_id, inbox_id) where state = 'sent' and external_id is null and message_id is not null;
create index outbox_target on outbox (workspace_id, target_message_id, position) where target_message_id is not null;
create index outbox_conversation on outbox (workspace_id, conversation_id, position);

create table media (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  message_id uuid,
  inbox_id uuid,
  ledger_id bigint,
  part integer,
  url text,
  with_token boolean not null default false,
  name text,
  mime_type text,
  size_bytes bigint,
  sha256 text,
  state text not null check (state in ('wanted', 'stored', 'failed', 'deleted')),
  detail text,
  attempts smallint not null default 0,
  not_before timestamptz not null,
  uploaded_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index media_wanted on media (workspace_id, not_before) where state = 'wanted';
create index media_to_remove on media (workspace_id, id) where state = 'deleted' and sha256 is not null;
create index media_message on media (workspace_id, message_id);

-- What browsers are told, in the order in which it was committed. Pruned after a day: an older reader reads afresh.
create table changes (
  workspace_id integer not null references workspaces (id) on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  conversation_id uuid,
  detail jsonb,
  primary key (workspace_id, seq)
);
