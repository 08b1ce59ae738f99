-- Who may do what: roles of the workspace's own, teams, and rights by inbox.

create table roles (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  acts text[] not null check (cardinality(acts) > 0),
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index roles_name on roles (workspace_id, lower(name));

-- With a role of the workspace's own, `role` says which built-in one it ranks as. Never owner: who holds the house
-- is told from the built-in role alone, so a change of a custom role cannot leave it without an owner.
alter table agents
  add column role_id uuid,
  add constraint agents_role foreign key (workspace_id, role_id) references roles (workspace_id, id),
  add constraint owners_have_no_other_role check (role_id is null or role <> 'owner');
create index agents_by_role on agents (workspace_id, role_id) where role_id is not null;

create table teams (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index teams_name on teams (workspace_id, lower(name));

create table team_members (
  workspace_id integer not null references workspaces (id) on delete cascade,
  team_id uuid not null,
  agent_id uuid not null,
  primary key (workspace_id, team_id, agent_id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index team_members_agent on team_members (workspace_id, agent_id);

-- A column of its own, not "has grants": an inbox whose last team is dissolved must not open to everybody.
alter table inboxes add column is_restricted boolean not null default false;
create index inboxes_restricted on inboxes (workspace_id) where is_restricted;

create table inbox_grants (
  workspace_id integer not null references workspaces (id) on delete cascade,
  inbox_id uuid not null,
  agent_id uuid,
  team_id uuid,
  holder_id uuid generated always as (coalesce(agent_id, team_id)) stored,
  may text not null check (may in ('see', 'answer', 'act', 'manage')),
  primary key (workspace_id, inbox_id, holder_id),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade,
  constraint a_person_or_a_team check ((agent_id is null) <> (team_id is null))
);
create index inbox_grants_agent on inbox_grants (workspace_id, agent_id) where agent_id is not null;
create index inbox_grants_team on inbox_grants (workspace_id, team_id) where team_id is not null;

-- A token of somebody who may not everywhere may not everywhere either. Null: every inbox; else a right by inbox.
alter table api_tokens add column inbox_rights jsonb;
