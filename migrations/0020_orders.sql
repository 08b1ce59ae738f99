-- Shops that are connected, what people bought there, and whose it is.

-- In which money orders are summed up. Null: no shop was connected yet.
alter table workspaces add column currency text;

create table shops (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  kind text not null,
  external_id text not null,
  name text not null,
  url text,
  currency text,
  -- Sealed; empty once it was removed.
  credentials bytea not null,
  state text not null default 'connected' check (state in ('connected', 'needs_login', 'trouble')),
  state_detail text,
  state_since timestamptz not null,
  -- What works and should be known, a sentence each.
  warnings jsonb not null default '[]',
  -- How this shop writes its order numbers, learned from them.
  shapes jsonb not null default '[]',
  -- Where reading goes on, and when; the row is the job.
  cursor jsonb,
  read_at timestamptz,
  -- When its account is looked at again: are its rights there, does it still tell us?
  look_at timestamptz,
  synced_at timestamptz,
  heard_at timestamptz,
  failures integer not null default 0,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, kind, external_id)
);
create index shops_read on shops (workspace_id, read_at) where read_at is not null;

-- What shops told us, as it came, before anybody looked inside. The delivery's own name makes a second one harmless.
create table shop_events (
  workspace_id integer not null,
  shop_id uuid not null,
  delivery text not null,
  position bigint generated always as identity,
  headers jsonb not null,
  body bytea not null,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'ignored', 'failed')),
  reason text,
  attempts smallint not null default 0,
  due_at timestamptz not null,
  done_at timestamptz,
  primary key (workspace_id, shop_id, delivery),
  foreign key (workspace_id, shop_id) references shops (workspace_id, id) on delete cascade
);
create index shop_events_waiting on shop_events (workspace_id, due_at, position) where state = 'waiting';
create index shop_events_old on shop_events (workspace_id, received_at);

create table orders (
  workspace_id integer not null,
  id uuid not null,
  shop_id uuid not null,
  external_id text not null,
  number text not null,
  -- The number without what people leave out when they write it.
  number_key text not null,
  placed_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  payment text not null,
  delivery text not null,
  currency text not null,
  total numeric not null,
  refunded numeric not null default 0,
  email text,
  phone text,
  customer_name text,
  customer_id text,
  items jsonb not null default '[]',
  parcels jsonb not null default '[]',
  url text,
  status_url text,
  -- Whoever bought it is to be forgotten: what the shop says of them later is not kept either.
  redacted_at timestamptz,
  -- Whose it is: through one of their identities, so that it goes where that goes when people are merged or split.
  contact_id uuid,
  identity_id uuid,
  matched_by text check (matched_by in ('email', 'phone', 'hand')),
  matched_at timestamptz,
  matched_agent uuid,
  -- Somebody said that it is not theirs: it is not matched by itself again.
  is_unlinked boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, shop_id, external_id),
  foreign key (workspace_id, shop_id) references shops (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id),
  foreign key (workspace_id, identity_id) references identities (workspace_id, id) on delete set null (identity_id)
);
create index orders_contact on orders (workspace_id, contact_id, placed_at desc) where contact_id is not null;
create index orders_identity on orders (workspace_id, identity_id) where identity_id is not null;
create index orders_number on orders (workspace_id, number_key);
create index orders_email on orders (workspace_id, email) where email is not null;
create index orders_phone on orders (workspace_id, phone) where phone is not null;

-- People who became known by an address or a number, or became part of somebody else: their orders are looked for.
-- Only ever added to while messages are filed, so that filing waits for nobody.
create table order_seekers (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id bigint generated always as identity,
  identity_id uuid not null,
  primary key (workspace_id, id)
);

create function seek_orders() returns trigger language plpgsql as $$ begin
  insert into order_seekers (workspace_id, identity_id)
    select f.workspace_id, f.id from fresh f
    where f.channel in ('email', 'phone', 'whatsapp', 'viber', 'api')
      and exists (select 1 from shops s where s.workspace_id = f.workspace_id and s.removed_at is null); return null; end $$;
create trigger identities_seek_orders after insert on identities
  referencing new table as fresh for each statement execute function seek_orders();

create function move_orders() returns trigger language plpgsql as $$ begin
  insert into order_seekers (workspace_id, identity_id) values (new.workspace_id, new.id); return null; end $$;
create trigger identities_move_orders after update of contact_id on identities for each row
  when (old.contact_id is distinct from new.contact_id) execute function move_orders();
