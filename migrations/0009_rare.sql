-- What few conversations have and a view may ask for: where it is rare, it is found without looking through everything.
-- Most of these hold next to nothing; of a new conversation, filing nearly always pays for the language alone.

create index conversations_language on conversations (workspace_id, language)
  where language is not null and merged_into_id is null;
create index conversations_opened_by on conversations (workspace_id, opened_by)
  where opened_by is not null and merged_into_id is null;
create index conversations_answered_elsewhere on conversations (workspace_id, id)
  where answered_elsewhere_at is not null and merged_into_id is null;
create index conversations_fields on conversations using gin (fields) where fields <> '{}';
create index contacts_muted on contacts (workspace_id, id) where muted_at is not null;
create index tasks_open on tasks (workspace_id, conversation_id) where done_at is null;
