-- What is being written, what is kept for re-use, and answers that go out later or can still be taken back.

-- One answer and one note a person and conversation. An emptied one keeps its row: its version goes on counting, so that
-- a device that was away cannot take a new draft for the one it knew.
create table drafts (
  workspace_id integer not null references workspaces (id) on delete cascade,
  agent_id uuid not null,
  conversation_id uuid not null,
  kind text not null check (kind in ('reply', 'note')),
  way text,
  subject text,
  text text not null,
  attachments uuid[] not null default '{}',
  -- What a picture shows, by its id.
  alts jsonb not null default '{}',
  version integer not null,
  saved_at timestamptz not null,
  primary key (workspace_id, agent_id, conversation_id, kind),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index drafts_of_agent on drafts (workspace_id, agent_id, saved_at desc) where text <> '' or attachments <> '{}';

create table saved_replies (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  title text not null,
  shortcut text,
  is_shared boolean not null,
  owner_id uuid,
  variants jsonb not null,
  uses integer not null default 0,
  used_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  constraint own_reply_has_an_owner check (is_shared or owner_id is not null),
  foreign key (workspace_id, owner_id) references agents (workspace_id, id) on delete cascade
);
-- What is typed after a slash must mean one thing: among the shared ones, and among those of one person.
create unique index saved_reply_shortcut_shared on saved_replies (workspace_id, lower(shortcut)) where is_shared;
create unique index saved_reply_shortcut_own on saved_replies (workspace_id, owner_id, lower(shortcut)) where not is_shared;

create table macros (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  is_shared boolean not null,
  owner_id uuid,
  reply_id uuid,
  acts jsonb not null,
  uses integer not null default 0,
  used_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  constraint own_macro_has_an_owner check (is_shared or owner_id is not null),
  foreign key (workspace_id, owner_id) references agents (workspace_id, id) on delete cascade
);
create unique index macro_name_shared on macros (workspace_id, lower(name)) where is_shared;
create unique index macro_name_own on macros (workspace_id, owner_id, lower(name)) where not is_shared;

alter table outbox
  -- The time that a person chose for it. What is for later does not hold up what is said meanwhile.
  add column scheduled_for timestamptz,
  -- What its writer had seen. Set on what waits before its first try: who wrote since is looked at when it leaves.
  add column read_at_seq bigint,
  -- The conversation as it was before, for taking it back without a trace in the lists.
  add column before jsonb;
