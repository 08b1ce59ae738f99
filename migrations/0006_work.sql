-- What people do with conversations and people beyond answering: labels, fields, tasks, links, and acts that can be taken back.

create table labels (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- Without case, width and spare spaces: two labels that differ in nothing else are one.
  folded text not null,
  colour text not null,
  archived_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint label_name_once unique (workspace_id, folded)
);

create table custom_fields (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  about text not null check (about in ('conversation', 'contact')),
  name text not null,
  folded text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'toggle')),
  choices text[] not null default '{}',
  position integer not null,
  archived_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint field_name_once unique (workspace_id, about, folded)
);

create table tasks (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  conversation_id uuid not null,
  text text not null,
  assignee_id uuid,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  -- When whoever has it was called because it is due.
  called_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index tasks_conversation on tasks (workspace_id, conversation_id, created_at, id);
create index tasks_mine on tasks (workspace_id, assignee_id, due_at, id) where done_at is null;
create index tasks_due on tasks (workspace_id, due_at, id) where done_at is null and due_at is not null and called_at is null;

-- Undirected: the smaller id stands first.
create table conversation_links (
  workspace_id integer not null references workspaces (id) on delete cascade,
  a_id uuid not null,
  b_id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, a_id, b_id),
  foreign key (workspace_id, a_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, b_id) references conversations (workspace_id, id) on delete cascade,
  constraint linked_in_one_order check (a_id < b_id)
);
create index conversation_links_b on conversation_links (workspace_id, b_id);

create table contact_notes (
  workspace_id integer not null,
  id uuid not null,
  contact_id uuid not null,
  text text not null,
  author_id uuid,
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index contact_notes_contact on contact_notes (workspace_id, contact_id, created_at);

-- An act that can be taken back. Its id comes from whoever acts: the same act sent twice is done once.
create table undos (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  position bigint generated always as identity,
  kind text not null check (kind in ('acts', 'merge', 'split')),
  -- The agent or the API token that acted.
  actor_id uuid,
  -- Into which others were merged, or out of which was split.
  conversation_id uuid,
  asked jsonb not null,
  answer jsonb not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id)
);
create index undos_conversation on undos (workspace_id, conversation_id, position) where conversation_id is not null and undone_at is null;
create index undos_over on undos (workspace_id, expires_at);

-- What an act did to one conversation: its columns before and after, and what was moved out of it.
create table undo_steps (
  workspace_id integer not null,
  undo_id uuid not null,
  place integer not null,
  conversation_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  moved jsonb,
  primary key (workspace_id, undo_id, place, conversation_id),
  foreign key (workspace_id, undo_id) references undos (workspace_id, id) on delete cascade
);

alter table conversations
  -- When the desk noticed that a promise fell due unkept; it is chased once for each date.
  add column promise_chased_at timestamptz;
create index conversations_promise_due on conversations (workspace_id, promised_for, id) where promised_for is not null and promise_chased_at is null;
create index conversations_merged on conversations (workspace_id, merged_into_id) where merged_into_id is not null;

-- Whom a note calls: agents and teams.
alter table messages add column mentions jsonb;

-- Filing asks of every author whether they are blocked; hardly anybody is, so this index is all it reads.
create index contacts_blocked on contacts (workspace_id, id) where blocked_at is not null;
