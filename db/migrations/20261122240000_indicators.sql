-- Indicators: a measure over time taken from a dataset, with who owns it and what is aimed at; and comments on figures.
create table stat_indicator (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid not null,
  name text not null check (length(name) between 2 and 200),
  view text not null check (length(view) <= 2000),
  area text not null check (area in ('power', 'economy', 'education', 'care', 'health', 'violence', 'background')),
  direction text not null check (direction in ('up', 'down', 'parity')),
  owner text not null default '' check (length(owner) <= 200),
  target_value double precision,
  target_year integer check (target_year between 1900 and 2200),
  created_at timestamptz not null default now(),
  created_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (region_id, id),
  foreign key (region_id, dataset_id) references stat_dataset (region_id, id),
  check ((target_value is null) = (target_year is null))
);

-- A comment belongs to one version of a dataset seen in one way; another person reviews it before it is published.
create table stat_comment (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid not null,
  version integer not null,
  view text not null check (length(view) <= 2000),
  body text not null check (length(body) between 1 and 4000),
  state text not null check (state in ('draft', 'reviewed', 'withdrawn')),
  created_at timestamptz not null default now(),
  created_by text not null,
  author_name text not null,
  decided_at timestamptz,
  decided_by text,
  primary key (region_id, id),
  foreign key (region_id, dataset_id, version) references stat_version (region_id, dataset_id, number),
  check (state <> 'reviewed' or decided_by <> created_by)
);
create index on stat_comment (region_id, dataset_id, version);

do $$
declare name text;
begin
  foreach name in array array['stat_indicator', 'stat_comment']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert, update on stat_indicator, stat_comment to {{app}};
