-- Strategists look after plans, officers tell how activities go.
alter table member drop constraint member_role_check;
alter table member add constraint member_role_check
  check (role in ('administrator', 'analyst', 'strategist', 'officer', 'reader'));

create table plan (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  name text not null check (length(name) between 2 and 300),
  kind text not null check (kind in ('action-plan', 'programme', 'strategy')),
  lede text not null default '' check (length(lede) <= 4000),
  starts_on date not null,
  ends_on date not null,
  synthetic boolean not null default false,
  origin text not null default '' check (length(origin) <= 1000),
  above_id uuid,
  -- Grows with every change of the plan or of anything in it.
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id),
  unique (region_id, slug),
  foreign key (region_id, above_id) references plan (region_id, id),
  check (starts_on <= ends_on),
  check (above_id is null or above_id <> id)
);

-- Everything that a plan is made of. What is removed is marked and can be brought back.
create table plan_item (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (length(kind) <= 40),
  parent_id uuid,
  position integer not null check (position >= 0),
  fields jsonb not null check (length(fields::text) <= 200000),
  -- The plan's revision at the latest change.
  revision bigint not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  changed_name text not null,
  removed_at timestamptz,
  primary key (region_id, plan_id, id),
  foreign key (region_id, plan_id) references plan (region_id, id),
  foreign key (region_id, plan_id, parent_id) references plan_item (region_id, plan_id, id) deferrable initially deferred,
  check (parent_id is null or parent_id <> id)
);
create index on plan_item (region_id, plan_id, revision);

-- Amounts in öre. An amount that is not there is not known; a cell that is emptied has no amount.
create table plan_cell (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  budget_id uuid not null,
  key text[] not null check (cardinality(key) between 1 and 5),
  amount_ore bigint check (amount_ore between 0 and 9000000000000000),
  revision bigint not null,
  primary key (region_id, plan_id, budget_id, key),
  foreign key (region_id, plan_id, budget_id) references plan_item (region_id, plan_id, id)
);
create index on plan_cell (region_id, plan_id, revision);

-- Sent out for comments, or adopted: the plan whole, as it stood. It never changes.
create table plan_version (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('referral', 'adopted')),
  document jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  diary text not null default '' check (length(diary) <= 100),
  decided_on date,
  body text not null default '' check (length(body) <= 200),
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  primary key (region_id, plan_id, number),
  foreign key (region_id, plan_id) references plan (region_id, id),
  check (state = 'referral' or (decided_on is not null and diary <> '' and body <> ''))
);

do $$
declare name text;
begin
  foreach name in array array['plan', 'plan_item', 'plan_cell', 'plan_version']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan, plan_item, plan_cell, plan_version to {{app}};
grant update (name, lede, starts_on, ends_on, above_id, revision) on plan to {{app}};
grant update (parent_id, position, fields, revision, changed_at, changed_by, changed_name, removed_at) on plan_item to {{app}};
grant update (amount_ore, revision) on plan_cell to {{app}};
