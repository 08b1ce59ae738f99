-- Bytes that the network hands out only when asked for them by an id, at an address that is good for minutes.
alter table media add column ask text;
alter table media drop column with_token;

alter table inboxes add column quota jsonb;
-- The network does not answer: until then nothing is sent, and why.
alter table inboxes add column rests_until timestamptz;
alter table inboxes add column rests_because text;
-- When its credentials, rights and subscriptions were last looked at, and what was wrong with them.
alter table inboxes add column checked_at timestamptz;
alter table inboxes add column last_check jsonb;
alter table inboxes add column hours jsonb;
alter table inboxes add column team_id uuid;
alter table inboxes add foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete set null (team_id);
-- Who is told by the network itself when something is wrong with the account.
alter table inboxes add column owner_email text;

-- A notice may be about an inbox instead of a conversation.
alter table notifications add column inbox_id uuid;

-- What was heard of each inbox in each hour: its rhythm is learned from this, and silence is held against it.
create table inbox_hours (
  workspace_id integer not null references workspaces (id) on delete cascade,
  inbox_id uuid not null,
  hour timestamptz not null,
  heard integer not null,
  -- Of these, what no webhook brought and a comparison with the network's own list did.
  recovered integer not null default 0,
  primary key (workspace_id, inbox_id, hour),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade
);

-- Times of which the network tells nothing any more.
create table inbox_gaps (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  inbox_id uuid not null,
  stream text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  why text not null,
  noted_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade,
  check (from_at < to_at)
);
create unique index inbox_gaps_once on inbox_gaps (workspace_id, inbox_id, stream, from_at);
create index inbox_gaps_open on inbox_gaps (workspace_id, inbox_id) where settled_at is null;

-- What is wrong with an inbox. One open row of a kind; it ends by itself.
create table inbox_alerts (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  inbox_id uuid not null,
  kind text not null,
  detail text not null,
  todo text not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  told_at timestamptz,
  ended_at timestamptz,
  ended_told_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade
);
create unique index inbox_alerts_open on inbox_alerts (workspace_id, inbox_id, kind) where ended_at is null;
create index inbox_alerts_by_time on inbox_alerts (workspace_id, since desc);
create index outbox_tried on outbox (workspace_id, first_tried_at) where first_tried_at is not null;

-- Where else a person can be answered.
create index threads_counterpart on threads (workspace_id, counterpart_id) where counterpart_id is not null;

-- When any process last took webhooks: what a network said while nobody did may be lost.
create table door (
  id integer primary key check (id = 1),
  seen_at timestamptz not null
);
