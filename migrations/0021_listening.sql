-- Listening: boards, the rules that fill them, and what was found that nobody said to us.

create table boards (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('own', 'competitor')),
  position integer not null,
  removed_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index boards_by_name on boards (workspace_id, lower(name)) where removed_at is null;

create table listening_rules (
  workspace_id integer not null,
  id uuid not null,
  board_id uuid not null,
  is_on boolean not null default true,
  version integer not null default 1,
  -- What the rule hears and what becomes of it (`ListeningBody`, without the board).
  body jsonb not null,
  removed_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, board_id) references boards (workspace_id, id)
);

-- Where ids are good on one server of a network only: how the same message is named on all of them.
alter table messages add column world_id text;
create index messages_world on messages (workspace_id, world_id) where world_id is not null;

-- A post that a rule heard. The network's own id is the key, so one post is one hit however often it is found and by
-- however many accounts of ours.
create table hits (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  channel text not null,
  external_id text not null,
  inbox_id uuid not null,
  -- How the account that found it names it: `external_id`, but for networks of many servers.
  local_id text not null,
  ledger_id bigint,
  -- The message as the connector gave it, to be filed when somebody takes it up.
  event jsonb not null,
  -- Id and scope of who said it, to find all of a person.
  author_id text,
  author jsonb not null,
  text text not null,
  permalink text,
  said_at timestamptz not null,
  found_at timestamptz not null,
  language text,
  sentiment text,
  urgency smallint,
  understood jsonb,
  -- Which rules heard it, and by which words (`Heard[]`).
  because jsonb not null,
  -- The first of those that say nearly the same; itself where there is none.
  alike_id uuid not null,
  state text not null check (state in ('waiting', 'acknowledged', 'ignored', 'taken_up', 'gone')),
  reason text,
  judged_by uuid,
  judged_at timestamptz,
  -- What it became, or what said it already.
  message_id uuid,
  conversation_id uuid,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, channel, external_id),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade
);
create index hits_by_local_id on hits (workspace_id, inbox_id, local_id);
create index hits_alike on hits (workspace_id, alike_id);
create index hits_by_author on hits (workspace_id, channel, author_id);
create index hits_by_conversation on hits (workspace_id, conversation_id) where conversation_id is not null;
create index hits_by_age on hits (workspace_id, found_at);

-- On which boards a hit stands.
create table board_hits (
  workspace_id integer not null,
  board_id uuid not null,
  hit_id uuid not null,
  said_at timestamptz not null,
  is_waiting boolean not null,
  primary key (workspace_id, board_id, hit_id),
  foreign key (workspace_id, hit_id) references hits (workspace_id, id) on delete cascade,
  foreign key (workspace_id, board_id) references boards (workspace_id, id) on delete cascade
);
create index board_hits_newest on board_hits (workspace_id, board_id, said_at desc, hit_id desc);
create index board_hits_waiting on board_hits (workspace_id, board_id, said_at desc, hit_id desc) where is_waiting;
create index board_hits_by_hit on board_hits (workspace_id, hit_id);

-- How many spoke in an hour, and how: of each board, and of what was said to us in public (`said_to_us`).
create table voice_hours (
  workspace_id integer not null references workspaces (id) on delete cascade,
  -- The board, or the zero UUID: comments, mentions and reviews that were said to us.
  board_id uuid not null,
  channel text not null,
  hour timestamptz not null,
  positive integer not null default 0,
  neutral integer not null default 0,
  negative integer not null default 0,
  unclear integer not null default 0,
  primary key (workspace_id, board_id, channel, hour)
);
create index voice_hours_by_hour on voice_hours (workspace_id, hour);

-- A time in which far more was said than at the same hour of the weeks before.
create table spikes (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  board_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  -- Posts in the hour of its height, what was expected of that hour, and by how many people.
  posts integer not null,
  expected real not null,
  authors integer not null,
  negative integer not null,
  -- What drives it: terms that burst, and the posts that most of it repeats (`Driver`).
  drivers jsonb not null,
  primary key (workspace_id, id)
);
create unique index spikes_open on spikes (workspace_id, board_id) where ended_at is null;
create index spikes_newest on spikes (workspace_id, board_id, began_at desc);
