-- People, regions and their members. Identity is global; everything else belongs to one region.
-- {{app}} stands for the application's role: no ownership, no bypass of row-level security.
create schema identity;
grant usage on schema identity to {{app}};

create table identity."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table identity.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references identity."user" (id) on delete cascade
);
create index on identity.session ("userId");
create table identity.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references identity."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on identity.account ("userId");
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on identity.verification (identifier);
create table identity."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);
grant select, insert, update, delete on all tables in schema identity to {{app}};

-- The region and the person of the current transaction; null outside one, and then no row is seen. Policies ask by
-- (select …), once a query and not once a row.
create function current_region() returns uuid language sql stable
  return nullif(current_setting('jamvikt.region', true), '')::uuid;
create function current_person() returns text language sql stable
  return nullif(current_setting('jamvikt.person', true), '');

create table region (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  name text not null check (length(name) between 2 and 120),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table member (
  region_id uuid not null references region (id),
  user_id text not null references identity."user" (id),
  role text not null check (role in ('administrator', 'analyst', 'reader')),
  created_at timestamptz not null default now(),
  primary key (region_id, user_id)
);
create index on member (user_id);

-- Who did, read or was refused what. Append only: the application may neither change nor delete.
create table history (
  region_id uuid not null references region (id),
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id text,
  kind text not null check (kind in ('change', 'read', 'refusal')),
  entity text not null,
  entity_id text not null,
  action text not null,
  details jsonb not null default '{}',
  retain_until date not null default (now() + interval '5 years')::date,
  primary key (region_id, id)
);
create index on history (region_id, entity, entity_id, at desc);

alter table region enable row level security;
alter table region force row level security;
create policy own_region on region
  using (id = (select current_region()) or id in (select region_id from member where user_id = (select current_person())))
  with check (id = (select current_region()));
alter table member enable row level security;
alter table member force row level security;
create policy own_region on member
  using (region_id = (select current_region()) or user_id = (select current_person()))
  with check (region_id = (select current_region()));
alter table history enable row level security;
alter table history force row level security;
create policy own_region on history using (region_id = (select current_region())) with check (region_id = (select current_region()));

grant usage on schema public to {{app}};
grant select, insert, update on region to {{app}};
grant select, insert, update, delete on member to {{app}};
grant select, insert on history to {{app}};
