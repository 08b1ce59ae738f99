-- What counts for priority, and how much, as people decided it: every version is kept and can be gone back to.

create table priority_scales (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- Null: the scale of the whole workspace.
  team_id uuid,
  version integer not null check (version > 0),
  -- By factor: whether it counts, and how much. Null: the shipped scale, or for a team the workspace's.
  weights jsonb,
  why text not null default '',
  -- Null: an API token did.
  made_by uuid,
  made_at timestamptz not null,
  -- The version that this one brings back.
  restores integer,
  -- All that waits is decided anew by it, in batches, from the first id to the last: the row is the job. Up to here it is done.
  spread_to uuid,
  spread_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade
);
-- Of two who save at the same time, one is told.
create unique index priority_scales_version on priority_scales (workspace_id, team_id, version) nulls not distinct;
create index priority_scales_spreading on priority_scales (workspace_id, id) where spread_at is null;
