-- What was understood of each message, and what follows from it for its conversation: priority, clocks, whose it becomes.

-- Language, sentiment, kind, urgency, topic and personal data, each with how sure it is and why, packed as
-- src/storage/packed-understood.ts says. Null: not looked at.
alter table messages add column understood text;

alter table conversations
  -- Of what waits (or, answered, of what waited last). -1, 0, 1; null: unclear.
  add column sentiment smallint check (sentiment between -1 and 1),
  add column kind text,
  add column urgency smallint check (urgency between 0 and 2),
  add column topic text,
  -- Whatever else of it decides: words that call for care, stars of a review, personal data in it.
  add column signs jsonb not null default '{}',
  -- Clocks that run or ran, and the next time at which one of them is over.
  add column clocks jsonb not null default '[]',
  add column due_at timestamptz,
  -- Why it is whose it is. Null: nobody was chosen by a rule.
  add column routed jsonb,
  -- Its priority, clocks and assignment are to be decided anew from then on; the row is the job.
  add column triage_at timestamptz;
create index conversations_triage on conversations (workspace_id, triage_at, id) where triage_at is not null;
-- What waits already is decided by the new ways, too.
update conversations set triage_at = 'epoch' where attention = 'needs_answer' and merged_into_id is null;
create index conversations_due on conversations (workspace_id, due_at, id) where due_at is not null;

-- Whatever people or filing do to it, it is looked at again; whoever decides says when himself.
create function look_again() returns trigger language plpgsql as
  $$ begin new.triage_at := '-infinity'; return new; end $$;
create trigger conversations_look_again
  before update of attention, assignee_id, team_id, label_ids, resolution, snoozed_until, contact_id, inbox_id, merged_into_id, first_response_at
  on conversations for each row
  when (new.triage_at is not distinct from old.triage_at and (
    old.attention is distinct from new.attention or old.assignee_id is distinct from new.assignee_id
    or old.team_id is distinct from new.team_id or old.label_ids is distinct from new.label_ids
    or old.resolution is distinct from new.resolution or old.snoozed_until is distinct from new.snoozed_until
    or old.contact_id is distinct from new.contact_id or old.inbox_id is distinct from new.inbox_id
    or old.merged_into_id is distinct from new.merged_into_id or old.first_response_at is distinct from new.first_response_at))
  execute function look_again();

alter table contacts
  add column vip_at timestamptz,
  add column vip_by uuid,
  -- What this person bought, summed up from the orders that are known; in the workspace's currency.
  add column orders_count integer,
  add column orders_value numeric(14, 2),
  add column last_order_at timestamptz;
create index contacts_vip on contacts (workspace_id, id) where vip_at is not null;

-- Who becomes a VIP, buys, or is no longer blocked, moves what waits of them.
create function look_again_at_person() returns trigger language plpgsql as $$ begin
  update conversations set triage_at = '-infinity'
    where workspace_id = new.workspace_id and contact_id = new.id and attention = 'needs_answer' and merged_into_id is null; return new; end $$;
create trigger contacts_look_again
  after update of vip_at, orders_count, orders_value, last_order_at, blocked_at on contacts for each row
  when (old.vip_at is distinct from new.vip_at or old.orders_count is distinct from new.orders_count
    or old.orders_value is distinct from new.orders_value or old.last_order_at is distinct from new.last_order_at
    or old.blocked_at is distinct from new.blocked_at)
  execute function look_again_at_person();
