-- Statistics: base tables (populations) and the ledger of released tables.
create table base_table (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 2 and 200),
  source text not null,
  counts_what text not null check (counts_what in ('firms', 'inhabitants')),
  synthetic boolean not null default false,
  dimensions text[] not null,
  cells jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id)
);

create table released_table (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset text not null,
  period text not null,
  method text not null,
  payload jsonb not null,
  content_hash text not null,
  released_at timestamptz not null default now(),
  released_by text not null,
  replaces uuid,
  withdrawn_at timestamptz,
  withdrawn_by text,
  notice text,
  primary key (region_id, id)
);
create unique index on released_table (region_id, dataset, period) where withdrawn_at is null;

-- Funding: lists of applications, their cases, imports, and releases.
create table funding_mapping (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 2 and 120),
  mapping jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id),
  unique (region_id, name)
);

create table funding_list (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 2 and 200),
  kind text not null check (kind in ('cases', 'aggregated')),
  synthetic boolean not null default false,
  mapping jsonb not null,
  threshold integer not null default 5 check (threshold between 3 and 100),
  period_years integer not null default 1 check (period_years between 1 and 10),
  base_id uuid,
  version integer not null default 0,
  created_at timestamptz not null default now(),
  created_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (region_id, id),
  foreign key (region_id, base_id) references base_table (region_id, id)
);

create table funding_upload (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  list_id uuid,
  list_name text not null,
  file_name text not null,
  byte_size bigint not null,
  sha256 text not null,
  status text not null check (status in ('received', 'read', 'refused', 'importing', 'imported')),
  inspection jsonb,
  refusal jsonb,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id),
  foreign key (region_id, list_id) references funding_list (region_id, id)
);

create table funding_import (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  list_id uuid not null,
  upload_id uuid not null,
  file_name text not null,
  sha256 text not null,
  mapping jsonb not null,
  whole_list boolean not null default false,
  status text not null check (status in ('queued', 'running', 'done', 'failed')),
  progress real not null default 0 check (progress between 0 and 1),
  rows_read integer not null default 0,
  report jsonb,
  failure jsonb,
  created_at timestamptz not null default now(),
  created_by text not null,
  finished_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, list_id) references funding_list (region_id, id)
);
create index on funding_import (region_id, list_id, created_at desc);

create table funding_refusal (
  region_id uuid not null references region (id),
  import_id uuid not null,
  seq integer not null,
  row_number integer not null,
  column_name text not null,
  reason text not null,
  value text,
  suggestions text[] not null default '{}',
  primary key (region_id, import_id, seq),
  foreign key (region_id, import_id) references funding_import (region_id, id)
);

create table funding_case (
  region_id uuid not null references region (id),
  list_id uuid not null,
  case_id text not null,
  recipient_key text not null,
  recipient_name text,
  organisation_number text,
  sole_trader boolean not null,
  support_form text not null,
  outcome text not null check (outcome in ('granted', 'refused', 'withdrawn', 'pending')),
  applied_ore bigint check (applied_ore >= 0),
  applied_missing text,
  granted_ore bigint check (granted_ore >= 0),
  granted_missing text,
  applied_on text check (applied_on ~ '^\d{4}(-\d{2}-\d{2})?$'),
  decided_on text check (decided_on ~ '^\d{4}(-\d{2}-\d{2})?$'),
  municipality text not null,
  county text not null,
  industry text not null,
  sex text not null,
  alternative_sex jsonb not null default '{}',
  background text not null,
  age text not null,
  unit text not null,
  primary key (region_id, list_id, case_id),
  foreign key (region_id, list_id) references funding_list (region_id, id),
  check ((applied_ore is null) = (applied_missing is not null)),
  check ((granted_ore is null) = (granted_missing is not null)),
  check (not sole_trader or (organisation_number is null and recipient_name is null))
);

create table funding_aggregate (
  region_id uuid not null references region (id),
  list_id uuid not null,
  row_number integer not null,
  entry integer not null,
  content jsonb not null,
  primary key (region_id, list_id, row_number, entry),
  foreign key (region_id, list_id) references funding_list (region_id, id)
);

-- The cases as they stood when their period was released: a correction is judged against them.
create table funding_released_case (
  region_id uuid not null references region (id),
  list_id uuid not null,
  period text not null,
  case_id text not null,
  subjects text[] not null,
  content jsonb not null,
  primary key (region_id, list_id, period, case_id),
  foreign key (region_id, list_id) references funding_list (region_id, id)
);

-- What was hidden when a period was released: a correction must hide the same.
create table funding_released_period (
  region_id uuid not null references region (id),
  list_id uuid not null,
  period text not null,
  hidden jsonb not null,
  content_hash text not null,
  versions integer not null default 1,
  primary key (region_id, list_id, period),
  foreign key (region_id, list_id) references funding_list (region_id, id)
);

create table funding_release (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  list_id uuid not null,
  tables jsonb not null,
  released_at timestamptz not null default now(),
  released_by text not null,
  primary key (region_id, id),
  foreign key (region_id, list_id) references funding_list (region_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['base_table', 'released_table', 'funding_mapping', 'funding_list', 'funding_upload',
    'funding_import', 'funding_refusal', 'funding_case', 'funding_aggregate', 'funding_released_case',
    'funding_released_period', 'funding_release']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;

grant select, insert on base_table, released_table, funding_release, funding_refusal to {{app}};
grant update (withdrawn_at, withdrawn_by, notice) on released_table to {{app}};
grant select, insert, update, delete on funding_mapping, funding_case, funding_aggregate, funding_released_case,
  funding_released_period to {{app}};
grant select, insert, update on funding_list, funding_import to {{app}};
grant select, insert, update, delete on funding_upload to {{app}};
