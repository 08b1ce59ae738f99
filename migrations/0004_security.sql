-- How people prove who they are, and what the workspace asks of them.

-- Null: invited, and never here yet.
alter table agents add column first_signed_in_at timestamptz;
update agents a set first_signed_in_at = a.created_at
  where a.password_hash is not null
    or exists (select 1 from sessions s where s.workspace_id = a.workspace_id and s.agent_id = a.id)
    or exists (select 1 from sign_in_links l where l.workspace_id = a.workspace_id and l.agent_id = a.id and l.used_at is not null);

-- After single sign-on the provider has asked for what it wants: the workspace's own second factor is not asked again.
alter table sessions add column opened_by text not null default 'link'
  check (opened_by in ('password', 'link', 'passkey', 'oidc'));
create index sessions_agent on sessions (workspace_id, agent_id);

-- A link that was made on the machine itself stands for whoever may read the whole database there: it asks for nothing more.
alter table sign_in_links add column kind text not null default 'sign_in'
  check (kind in ('sign_in', 'invitation', 'machine'));
create index sign_in_links_agent on sign_in_links (workspace_id, agent_id);

create table security_policies (
  workspace_id integer primary key references workspaces (id) on delete cascade,
  require_second_factor boolean not null default false,
  session_days integer not null default 14 check (session_days between 1 and 90),
  allow_passwords boolean not null default true
);

-- A first step was taken; the second is wanted within minutes and within a few tries.
create table sign_in_tickets (
  workspace_id integer not null references workspaces (id) on delete cascade,
  token_hash bytea not null,
  agent_id uuid not null,
  first_by text not null check (first_by in ('password', 'link')),
  tries integer not null default 0,
  challenge text,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

-- Guesses within a while, by the hash of whom they were for and from where.
create table sign_in_tries (
  workspace_id integer not null references workspaces (id) on delete cascade,
  key bytea not null,
  tries integer not null,
  ends_at timestamptz not null,
  primary key (workspace_id, key)
);

-- A challenge that was answered is never answered again; until it ends by itself.
create table spent_challenges (
  workspace_id integer not null references workspaces (id) on delete cascade,
  challenge text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, challenge)
);

create table totp_secrets (
  workspace_id integer not null,
  agent_id uuid not null,
  sealed bytea not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  -- The half minute of the last code that was taken: that one and those before it are not taken again.
  last_step bigint not null default 0,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

create table recovery_codes (
  workspace_id integer not null,
  agent_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (workspace_id, agent_id, code_hash),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

create table passkeys (
  workspace_id integer not null,
  id uuid not null,
  agent_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, credential_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index passkeys_agent on passkeys (workspace_id, agent_id);

create table oidc_providers (
  workspace_id integer not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea,
  may_join boolean not null default false,
  domains text[] not null default '{}',
  is_enabled boolean not null default true,
  -- What whoever said where the provider is might do: it vouches for nobody who may do more.
  vouched_acts text[] not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Who somebody is at a provider, for ever: their address may change there, and be given to another.
create table oidc_identities (
  workspace_id integer not null,
  issuer text not null,
  subject text not null,
  agent_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, issuer, subject),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index oidc_identities_agent on oidc_identities (workspace_id, agent_id);

create index audit_log_act on audit_log (workspace_id, act, id desc);
create index audit_log_target on audit_log (workspace_id, target, id desc);
create index audit_log_actor on audit_log (workspace_id, actor_id, id desc);
