-- Who gets a conversation: what agents know and can hold, what was decided about it, and whose turn it is.

create table agent_desks (
  workspace_id integer not null,
  agent_id uuid not null,
  -- Topics or words, and languages; none: anything.
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  -- How many that wait for an answer they may be given at once. Null: as the policy says.
  capacity integer check (capacity between 0 and 500),
  -- When they work, such as `Mon-Fri 09:00-17:00`. Empty: whenever they are here.
  hours text not null default '',
  time_zone text not null default 'UTC',
  -- Whether they are given any. Null: as their role usually is.
  takes_part boolean,
  away_since timestamptz,
  -- When a desk of theirs was last open.
  seen_at timestamptz,
  -- The greatest of all was given one last.
  turn bigint not null default 0,
  -- Of their latest answers: how many, how long customers waited for them, and what customers then wrote.
  answers integer not null default 0,
  answer_seconds bigint not null default 0,
  pleased integer not null default 0,
  displeased integer not null default 0,
  figures_at timestamptz,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

-- What was decided about giving conversations out, by team or (null) for all others; the latest version holds.
create table routing_policies (
  workspace_id integer not null references workspaces (id) on delete cascade,
  team_id uuid,
  scope uuid generated always as (coalesce(team_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
  version integer not null check (version > 0),
  -- Null: from then on the team has none of its own.
  policy jsonb,
  made_by uuid,
  made_at timestamptz not null,
  -- Two who change it at once make the same version: the second is told.
  primary key (workspace_id, scope, version),
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade
);

-- Held by whoever gives conversations out, one at a time: nobody is counted on twice.
create table routing_turns (
  workspace_id integer primary key references workspaces (id) on delete cascade,
  turn bigint not null default 0
);

-- When whoever was given it by a rule should have answered; after that it goes to the next.
alter table conversations add column pass_on_at timestamptz;
create index conversations_pass_on on conversations (workspace_id, pass_on_at)
  where pass_on_at is not null and attention = 'needs_answer' and snoozed_until is null and assignee_id is not null;
-- What customers say after an agent's answer; what arrives is not in it, so filing pays nothing.
create index messages_answers on messages (workspace_id, agent_id, sent_at desc)
  where direction = 'outbound' and agent_id is not null;

-- Whoever is given it by hand keeps it: why a rule once gave it is no longer why. From whom it was taken is remembered.
create function given_by_hand() returns trigger language plpgsql as $$ begin
  new.pass_on_at := null; new.routed := case when new.assignee_id is null then jsonb_build_object('not', old.assignee_id) end; return new; end $$;
create trigger conversations_given_by_hand before update of assignee_id on conversations for each row
  when (old.assignee_id is distinct from new.assignee_id and new.routed is not distinct from old.routed)
  execute function given_by_hand();
