-- What a conversation and a person carry once people live at the desk.

alter table conversations
  add column team_id uuid,
  -- Kept with the row, so that a list with labels reads no second table.
  add column label_ids uuid[] not null default '{}',
  add column fields jsonb not null default '{}',
  -- "By Tuesday": a promise is kept as a dated follow-up.
  add column promised_for timestamptz,
  add column promise text,
  -- Where its messages went. A merged one is in no list; undoing the merge brings it back.
  add column merged_into_id uuid;
create index conversations_promised on conversations (workspace_id, promised_for, id) where promised_for is not null;
-- Most carry none, and are not in it: filing pays nothing for them.
create index conversations_labels on conversations using gin (label_ids) where label_ids <> '{}';
create index conversations_team_waiting on conversations (workspace_id, team_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and team_id is not null;

alter table contacts
  add column fields jsonb not null default '{}',
  -- Blocked: what they write is filed and readable, and waits for nobody. Muted: it waits, and nobody is called.
  add column blocked_at timestamptz,
  add column blocked_by uuid,
  add column muted_at timestamptz,
  add column muted_by uuid,
  add constraint blocked_by_a_human check (blocked_at is null or blocked_by is not null);
