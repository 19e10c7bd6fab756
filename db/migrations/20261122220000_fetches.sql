-- Tables fetched from their sources: what was asked, how it went, and the answers so far of those not done yet.
create table stat_fetch (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid,
  source jsonb not null,
  scheduled boolean not null default false,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  progress real not null default 0 check (progress between 0 and 1),
  runs integer not null default 0,
  -- What the source said of its table when the fetch began; all answers must be of that.
  fingerprint text,
  outcome jsonb,
  draft_id uuid,
  created_at timestamptz not null default now(),
  created_by text not null,
  touched_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, dataset_id) references stat_dataset (region_id, id),
  check (not scheduled or dataset_id is not null)
);
create index on stat_fetch (region_id, dataset_id, created_at desc);
create index on stat_fetch (region_id, draft_id) where draft_id is not null;
-- One fetch of a dataset at a time.
create unique index on stat_fetch (region_id, dataset_id) where status in ('queued', 'running');

create table stat_fetch_piece (
  region_id uuid not null references region (id),
  fetch_id uuid not null,
  number integer not null check (number >= 0),
  body bytea not null,
  primary key (region_id, fetch_id, number),
  foreign key (region_id, fetch_id) references stat_fetch (region_id, id)
);

-- Who asked for a dataset to be fetched again and again: those fetches are made in that person's name.
alter table stat_dataset add column fetch_again_by text;

do $$
declare name text;
begin
  foreach name in array array['stat_fetch', 'stat_fetch_piece']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on stat_fetch to {{app}};
grant update (dataset_id, status, progress, runs, fingerprint, outcome, draft_id, touched_at, finished_at) on stat_fetch to {{app}};
grant select, insert, delete on stat_fetch_piece to {{app}};

-- The regions that have fetched: the clock goes through them, and sees in here no more than that they are.
create table fetching_region (
  region_id uuid primary key references region (id)
);
alter table fetching_region enable row level security;
alter table fetching_region force row level security;
create policy clock_sees on fetching_region for select using (true);
create policy own_region_enters on fetching_region for insert with check (region_id = (select current_region()));
grant select, insert on fetching_region to {{app}};
