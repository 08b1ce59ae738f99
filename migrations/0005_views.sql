-- Reading: views of people's own, lists and counts that cost the same however many conversations there are, people found
-- by a part of their name, and messages in the order in which they were said.

create table saved_views (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  filter jsonb not null,
  sort text not null check (sort in ('priority', 'waiting', 'newest', 'oldest')),
  audience text not null check (audience in ('me', 'everybody', 'team')),
  team_id uuid,
  -- Whoever made it. Null: an API token did, and it stays everybody's.
  owner_id uuid,
  position integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  constraint team_view_has_a_team check ((audience = 'team') = (team_id is not null)),
  constraint own_view_has_an_owner check (audience <> 'me' or owner_id is not null)
);

-- A merged conversation is in no list: it leaves the indexes of the lists too. The predicates are those of the statements.
drop index conversations_waiting;
drop index conversations_waiting_by_inbox;
drop index conversations_unassigned;
drop index conversations_unassigned_by_inbox;
drop index conversations_assigned_waiting;
drop index conversations_assigned_open;
drop index conversations_opened;
drop index conversations_team_waiting;
drop index conversations_latest;
drop index conversations_latest_by_inbox;
create index conversations_waiting on conversations (workspace_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null;
create index conversations_waiting_by_inbox on conversations (workspace_id, inbox_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null;
create index conversations_unassigned on conversations (workspace_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null and assignee_id is null;
create index conversations_unassigned_by_inbox on conversations (workspace_id, inbox_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null and assignee_id is null;
create index conversations_assigned_waiting on conversations (workspace_id, assignee_id, priority desc, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null and assignee_id is not null;
create index conversations_assigned_open on conversations (workspace_id, assignee_id, last_message_at desc, id desc)
  where assignee_id is not null and resolution = 'open' and snoozed_until is null and merged_into_id is null
    and attention is distinct from 'needs_answer';
create index conversations_waiting_longest on conversations (workspace_id, waiting_since, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null;
create index conversations_asking_latest on conversations (workspace_id, last_message_at desc, id desc)
  where attention = 'needs_answer' and merged_into_id is null;
create index conversations_opened on conversations (workspace_id, opened_at, id)
  where attention = 'needs_answer' and snoozed_until is null and merged_into_id is null and opened_at is not null;
create index conversations_assigned on conversations (workspace_id, assignee_id, last_message_at desc, id desc)
  where assignee_id is not null and merged_into_id is null;
create index conversations_team on conversations (workspace_id, team_id, last_message_at desc, id desc)
  where team_id is not null and merged_into_id is null;
create index conversations_latest on conversations (workspace_id, last_message_at desc, id desc)
  where merged_into_id is null;
create index conversations_latest_by_inbox on conversations (workspace_id, inbox_id, last_message_at desc, id desc)
  where merged_into_id is null;

-- Search reads backwards in time and stops when it has enough. Ids sort by filing, which for imported history is another order.
create index messages_latest on messages (workspace_id, sent_at desc, id desc) where conversation_id is not null;

-- Small letters without marks, whatever the locale of the database: src/core/text/fold-name.ts does the same to what is looked for.
alter table contacts add column folded text generated always as (
  replace(replace(replace(replace(translate(
    lower(normalize(regexp_replace(normalize(name, NFKD), U&'[\0300-\036F]', '', 'g'), NFC)),
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐøđðłħıςØĐŁĦ',
    'αβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґoddlhiσodlh'),
  'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')) stored;
create index contacts_words on contacts using gin ((
  array_to_tsvector(array['#' || workspace_id]) || to_tsvector('simple', translate(folded, '.,@_/+-''&=?#:~%', '               '))));
create index identities_handle on identities (workspace_id, lower(handle) text_pattern_ops) where handle is not null;
