-- When somebody is there, and how soon customers are answered.

create table calendars (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  folded text not null,
  time_zone text not null,
  -- [{ days, from, until }], minutes after midnight; none: round the clock.
  week jsonb not null default '[]',
  -- Days that differ: [{ date, name, spans }]; they stand above holidays.
  days jsonb not null default '[]',
  -- Whose public holidays are closed; worked out ahead as [{ date, name, from }], to the end of a year.
  country text,
  region text,
  holidays jsonb not null default '[]',
  holidays_until date,
  -- For inboxes that have neither a calendar nor hours of their own.
  is_default boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  constraint calendar_name_once unique (workspace_id, folded)
);
create unique index calendar_default_once on calendars (workspace_id) where is_default;

alter table inboxes add column calendar_id uuid,
  add constraint inboxes_calendar foreign key (workspace_id, calendar_id) references calendars (workspace_id, id)
    on delete set null (calendar_id);

create table answer_policies (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  folded text not null,
  position integer not null,
  is_on boolean not null default true,
  conditions jsonb not null,
  targets jsonb not null,
  warn_minutes integer check (warn_minutes > 0),
  on_breach jsonb not null,
  created_at timestamptz not null,
  -- What was over before then by what it says now is no news.
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  constraint answer_policy_name_once unique (workspace_id, folded)
);
