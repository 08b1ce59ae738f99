-- Rules of work: what is to be done by itself with a conversation that fits, in an order that a team lead decides.

create table rules (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  is_on boolean not null default true,
  position integer not null,
  version integer not null default 1,
  -- When it looks, what must hold and what it does, as the newest version says.
  body jsonb not null,
  -- What arrived or changed before then is no concern of it.
  since timestamptz not null,
  removed_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Each version as it was saved, so that it can be taken back.
create table rule_versions (
  workspace_id integer not null,
  rule_id uuid not null,
  version integer not null,
  body jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (workspace_id, rule_id, version),
  foreign key (workspace_id, rule_id) references rules (workspace_id, id) on delete cascade
);

-- What rules did. The key, not our code, is what makes a rule act once for one cause.
create table rule_runs (
  workspace_id integer not null,
  conversation_id uuid not null,
  rule_id uuid not null,
  version integer not null,
  cause text not null,
  outcome text not null check (outcome in ('acted', 'paused')),
  at timestamptz not null,
  primary key (workspace_id, conversation_id, rule_id, version, cause),
  foreign key (workspace_id, rule_id) references rules (workspace_id, id) on delete cascade
);
create index rule_runs_by_rule on rule_runs (workspace_id, rule_id, at);

-- When a rule last answered a person.
create table rule_replies (
  workspace_id integer not null references workspaces (id) on delete cascade,
  contact_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, contact_id)
);

alter table conversations
  -- The last message for which rules were asked.
  add column ruled_inbound_at timestamptz,
  -- By which rules it stands higher or lower, and how much; for as long as it waits.
  add column rule_boosts jsonb not null default '[]',
  -- A person decided whose it is, and which team's: no rule changes that.
  add column assigned_by_hand boolean not null default false,
  add column team_by_hand boolean not null default false;
update conversations set ruled_inbound_at = last_inbound_at, assigned_by_hand = assignee_id is not null, team_by_hand = team_id is not null;

-- Whoever decides by rule sets the time of the next look in the same statement, and routing says why; people do neither. The name comes before
-- conversations_given_by_hand and conversations_look_again in the alphabet, which is the order in which both are called.
create function by_hand() returns trigger language plpgsql as $$ begin
  if new.assignee_id is distinct from old.assignee_id then new.assigned_by_hand := new.assignee_id is not null and new.triage_at is not distinct from old.triage_at and new.routed is not distinct from old.routed; end if; if new.team_id is distinct from old.team_id then new.team_by_hand := new.team_id is not null and new.triage_at is not distinct from old.triage_at; end if; return new; end $$;
create trigger conversations_by_hand
  before update of assignee_id, team_id on conversations for each row
  when (old.assignee_id is distinct from new.assignee_id or old.team_id is distinct from new.team_id)
  execute function by_hand();
