-- People who write in our own chat on somebody's website. They are known by a token that their browser keeps; of it the
-- database has the hash alone.
create table chat_visitors (
  workspace_id integer not null,
  id uuid not null,
  inbox_id uuid not null,
  token_hash bytea not null,
  name text,
  email text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, inbox_id) references inboxes (workspace_id, id) on delete cascade
);
