-- Who is who: what tells that two contacts may be one person, merges of people, companies, segments, stages.

alter table contacts
  -- Where everything of theirs went. Always the person that is left; taking the merge back brings this one back.
  add column merged_into_id uuid,
  -- Decided by hand: first_contact, lead, customer, returning. Null: it follows from what is known.
  add column lifecycle text check (lifecycle in ('first_contact', 'lead', 'customer', 'returning')),
  add column lifecycle_by uuid,
  add column company_id uuid,
  add column company_by uuid;
create index contacts_merged on contacts (workspace_id, merged_into_id) where merged_into_id is not null;
create index contacts_company on contacts (workspace_id, company_id, id) where company_id is not null;

-- What somebody is reached under (own) or wrote themselves (said). A digest under a key of the house, but for a public
-- profile. Each hangs from an identity, so that it goes where that goes.
create table contact_keys (
  workspace_id integer not null,
  kind text not null check (kind in ('email', 'phone', 'tail', 'order', 'profile')),
  key text not null,
  identity_id uuid not null,
  source text not null check (source in ('own', 'said')),
  is_private boolean not null,
  message_id uuid,
  at timestamptz not null,
  primary key (workspace_id, kind, key, identity_id),
  foreign key (workspace_id, identity_id) references identities (workspace_id, id) on delete cascade
);
create index contact_keys_identity on contact_keys (workspace_id, identity_id);

-- Under which names an address was written from, and when: two names in turn are two people with one mailbox.
create table identity_names (
  workspace_id integer not null,
  identity_id uuid not null,
  folded text not null,
  name text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, identity_id, folded),
  foreign key (workspace_id, identity_id) references identities (workspace_id, id) on delete cascade
);

-- Somebody looked, and these are two people.
create table not_same_people (
  workspace_id integer not null,
  a_id uuid not null,
  b_id uuid not null,
  said_by uuid,
  at timestamptz not null,
  primary key (workspace_id, a_id, b_id),
  foreign key (workspace_id, a_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, b_id) references contacts (workspace_id, id) on delete cascade,
  constraint not_same_in_one_order check (a_id < b_id)
);
create index not_same_people_b on not_same_people (workspace_id, b_id);

-- One person became part of another. Kept for good: it can be taken back at any time.
create table contact_merges (
  workspace_id integer not null,
  id uuid not null,
  position bigint generated always as identity,
  into_id uuid not null,
  from_id uuid not null,
  -- Both as they were, and the ids of what went over.
  before_into jsonb not null,
  before_from jsonb not null,
  moved jsonb not null,
  merged_by uuid,
  at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, into_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, from_id) references contacts (workspace_id, id) on delete cascade
);
create unique index contact_merges_standing on contact_merges (workspace_id, from_id) where undone_at is null;
create index contact_merges_into on contact_merges (workspace_id, into_id, position) where undone_at is null;

create table companies (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  folded text not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, folded)
);
-- A domain belongs to one company at most.
create table company_domains (
  workspace_id integer not null,
  domain text not null,
  company_id uuid not null,
  primary key (workspace_id, domain),
  foreign key (workspace_id, company_id) references companies (workspace_id, id) on delete cascade
);
create index company_domains_company on company_domains (workspace_id, company_id);
create index identities_mail_domain on identities (workspace_id, lower(split_part(external_id, '@', 2))) where channel = 'email';

create table segments (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  folded text not null,
  filter jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, folded)
);

create index reactions_by on reactions (workspace_id, by_external_id, at) where removed_at is null;

-- Once an earlier try is answered, the later one does not follow on a failed one any more. Whoever holds a row decides it
-- anew themselves: nobody waits here.
create function look_again_beside() returns trigger language plpgsql as $$ begin
  update conversations set triage_at = least(triage_at, 'epoch') where workspace_id = new.workspace_id and id in (
    select o.id from conversations o where o.workspace_id = new.workspace_id and o.contact_id = new.contact_id and o.id <> new.id
      and o.attention = 'needs_answer' and o.merged_into_id is null and o.last_message_at >= old.waiting_since
    for update skip locked); return null; end $$;
create trigger conversations_look_beside
  after update of attention, merged_into_id on conversations for each row
  when (old.attention = 'needs_answer' and old.merged_into_id is null
    and (new.attention is distinct from 'needs_answer' or new.merged_into_id is not null))
  execute function look_again_beside();
