-- What calls a person, and how they want to be called.

alter table agents add column preferences jsonb not null default '{}';

create table notifications (
  workspace_id integer not null,
  id uuid not null,
  agent_id uuid not null,
  kind text not null,
  -- What makes two of them one: a second message in the same conversation renews the first notice.
  about text not null,
  conversation_id uuid,
  actor_id uuid,
  text text not null default '',
  at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  constraint notified_once unique (workspace_id, agent_id, about),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index notifications_latest on notifications (workspace_id, agent_id, at desc, id desc);
create index notifications_unread on notifications (workspace_id, agent_id) where read_at is null;
