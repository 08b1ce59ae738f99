-- A language model that may be asked where the models of the house are unsure: where it is, what it may cost, what it said.

-- Whoever files reads this row anyway: where nobody is asked, nothing more is done for it.
alter table filing_turns add column asks_second_opinion boolean not null default false;

create table second_opinion_settings (
  workspace_id integer not null references workspaces (id) on delete cascade,
  -- Moves with every save.
  version integer not null default 1,
  is_on boolean not null default false,
  -- Such as https://host/v1.
  address text not null,
  model text not null,
  -- Sealed. Null: the server asks for none.
  api_key bytea,
  calls_a_day integer not null check (calls_a_day > 0),
  -- Null: calls alone are counted.
  tokens_a_day integer check (tokens_a_day > 0),
  -- It is asked where nothing is shown, or the opinion is less sure than this.
  below double precision not null,
  heads text[] not null,
  -- Empty: all of them.
  languages text[] not null default '{}',
  with_private boolean not null default false,
  -- In which shape the server was found to answer.
  shape text not null default 'json_schema' check (shape in ('json_schema', 'json_object', 'none')),
  -- The day (UTC) that is counted, and what was asked in it.
  day text,
  calls integer not null default 0,
  tokens integer not null default 0,
  -- How often it failed in a row, and until when it is left alone.
  failures integer not null default 0,
  rests_until timestamptz,
  last_error text,
  last_error_at timestamptz,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (workspace_id)
);

-- A message about which it is asked; the row is the job.
create table second_opinions (
  workspace_id integer not null references workspaces (id) on delete cascade,
  message_id uuid not null,
  heads text[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'asking', 'done', 'left')),
  -- Of what was left: why the opinion of the house stands.
  why text,
  filed_at timestamptz not null,
  -- Which process asks, and until when it is believed to live.
  asker text,
  asker_until timestamptz,
  -- The same words, whoever wrote them, give the same; they are asked about once a day.
  words text,
  model text,
  said jsonb,
  changed jsonb,
  is_copy boolean not null default false,
  took_ms integer,
  settled_at timestamptz,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
create index second_opinions_due on second_opinions (workspace_id, filed_at) where state in ('waiting', 'asking');
create index second_opinions_words on second_opinions (workspace_id, words, settled_at) where state = 'done';
create index second_opinions_settled on second_opinions (workspace_id, settled_at) where settled_at is not null;
