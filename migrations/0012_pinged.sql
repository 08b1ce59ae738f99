-- Whoever is told besides the desk: other programs, browsers that are closed, and mailboxes.

-- Addresses of other programs, and what each of them wants to hear of.
create table hooks (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  -- Sealed. The older one signs beside it for a day after a change.
  secret bytea not null,
  old_secret bytea,
  old_secret_until timestamptz,
  is_on boolean not null default true,
  off_because text,
  failures integer not null default 0,
  failing_since timestamptz,
  rests_until timestamptz,
  -- Which process sends to it just now, and until when it is believed to live: one at a time keeps the order.
  sender uuid,
  sender_until timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- What an address is told: a row is written with what it tells of, and is the job and afterwards the log.
create table hook_deliveries (
  workspace_id integer not null,
  id uuid not null,
  hook_id uuid not null,
  position bigint generated always as identity,
  event text not null,
  at timestamptz not null,
  conversation_id uuid,
  message_id uuid,
  about jsonb not null default '{}',
  -- As it was first sent: a later try sends the same bytes.
  body text,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  first_tried_at timestamptz,
  due_at timestamptz not null,
  tried_at timestamptz,
  status integer,
  took_ms integer,
  answer text,
  primary key (workspace_id, id),
  foreign key (workspace_id, hook_id) references hooks (workspace_id, id) on delete cascade
);
create index hook_deliveries_waiting on hook_deliveries (workspace_id, hook_id, position) where state = 'waiting';
create index hook_deliveries_log on hook_deliveries (workspace_id, hook_id, position desc);

-- Keys of this installation that stand for it towards others; the private half is sealed.
create table house_keys (
  workspace_id integer not null references workspaces (id) on delete cascade,
  name text not null,
  public text not null,
  secret bytea not null,
  made_at timestamptz not null,
  primary key (workspace_id, name)
);

-- Browsers that are told while no desk is open in them.
create table push_subscriptions (
  workspace_id integer not null,
  id uuid not null,
  agent_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  browser text not null default '',
  created_at timestamptz not null,
  pushed_at timestamptz,
  primary key (workspace_id, id),
  constraint push_once unique (workspace_id, endpoint),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index push_subscriptions_of on push_subscriptions (workspace_id, agent_id);

-- When browsers are told of it, and when its mail goes out; empty: not, or not any more.
alter table notifications add column push_at timestamptz;
alter table notifications add column mail_at timestamptz;
alter table notifications add column mailed_at timestamptz;
alter table notifications add column over_mailed_at timestamptz;
create index notifications_to_push on notifications (workspace_id, push_at) where push_at is not null;
create index notifications_to_mail on notifications (workspace_id, mail_at) where mail_at is not null;

-- The last period that a person was sent a summary for: one mail for each, whoever is quicker.
create table digest_turns (
  workspace_id integer not null,
  agent_id uuid not null,
  period_at timestamptz not null,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

-- Mails of the house itself. The row is the job; its id is the mail's own, so a mail that went twice is one.
create table mails (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('alert', 'digest', 'owner', 'test')),
  agent_id uuid,
  inbox_id uuid,
  address text not null,
  subject text not null,
  text text not null,
  html text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  message_id text,
  detail text,
  primary key (workspace_id, id)
);
create index mails_waiting on mails (workspace_id, due_at) where state = 'waiting';
create unique index mails_by_message_id on mails (workspace_id, message_id) where message_id is not null;

-- The e-mail inbox that the mails of the house are sent from, where the server was given no mail server of its own.
alter table workspaces add column mail_inbox_id uuid;

-- The mailbox that a network warns when something is wrong with the account: when it was last written to, and whether a
-- mail to it came back.
alter table inboxes add column owner_mailed_at timestamptz;
alter table inboxes add column owner_taken_at timestamptz;
alter table inboxes add column owner_dead_at timestamptz;
