-- What people put right in what was understood, and the workspace's own model that learns from it.

-- One opinion of one message, put right or given back. The newest one about a message and a head counts.
create table corrections (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  head text not null check (head in ('sentiment', 'kind', 'urgency', 'topic')),
  -- What stood there before; null: it was unclear.
  from_label text,
  -- Null: the opinion of the models is back in its place.
  to_label text,
  -- The opinion of the models, for whoever takes the correction back.
  opinion jsonb not null,
  agent_id uuid,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
create index corrections_message on corrections (workspace_id, message_id, head, id);
create index corrections_head on corrections (workspace_id, head, id);

-- How far learning is, a row a head. `mode`: learns by itself, stays with the version that was chosen, or is switched off.
create table own_learning (
  workspace_id integer not null references workspaces (id) on delete cascade,
  head text not null check (head in ('sentiment', 'kind', 'urgency', 'topic')),
  mode text not null default 'auto' check (mode in ('auto', 'held', 'off')),
  -- Counted as they come, so that nobody has to count them to know whether enough are new.
  corrections integer not null default 0,
  fitted_corrections integer not null default 0,
  fitted_at timestamptz,
  -- What came of the last fit: how good it was, and why it is not in use.
  outcome jsonb,
  version integer,
  primary key (workspace_id, head)
);
create index own_learning_due on own_learning (workspace_id, head) where mode <> 'off';

create table own_models (
  workspace_id integer not null references workspaces (id) on delete cascade,
  head text not null check (head in ('sentiment', 'kind', 'urgency', 'topic')),
  version integer not null check (version > 0),
  labels jsonb not null,
  bias jsonb not null,
  -- Places that are not zero, and their weights.
  weights bytea not null,
  -- The shipped model that it lies over, how many corrections it learned from, and how good it was on those held back.
  about jsonb not null,
  made_at timestamptz not null,
  primary key (workspace_id, head, version)
);

-- The words and topics of the workspace's own. `stamp` moves with everything that changes how messages are read.
create table understanding_settings (
  workspace_id integer not null references workspaces (id) on delete cascade,
  version integer not null default 0,
  stamp integer not null default 0,
  triggers jsonb not null default '{"added": {}, "off": {}}',
  topics jsonb not null default '[]',
  changed_by uuid,
  changed_at timestamptz,
  primary key (workspace_id)
);
