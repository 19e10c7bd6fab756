-- Microdata: lists of persons or firms with one row each. Rows lie in files apart; here stands what they are, and the one
-- decision by which noisy counts of them may be let out.

-- A file that has been handed in and waits to be told what its columns are.
create table micro_draft (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid,
  file_name text not null check (length(file_name) <= 200),
  columns jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id)
);

create table micro_dataset (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 2 and 200),
  source text not null check (length(source) between 2 and 400),
  state text not null default 'kept' check (state in ('kept', 'deleted')),
  version integer not null default 1 check (version > 0),
  -- What each column was declared as; the next version is read by the same.
  declaration jsonb not null,
  -- Codes, measures and counts by column of the latest version; null once deleted.
  contents jsonb,
  -- The name of the files that hold the rows and their sums; null once deleted.
  file_id uuid,
  retain_until date not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  brought_at timestamptz not null default now(),
  brought_by text not null,
  deleted_at timestamptz,
  deleted_by text,
  primary key (region_id, id),
  check ((state = 'deleted') = (file_id is null)),
  check ((state = 'deleted') = (contents is null)),
  check ((state = 'deleted') = (deleted_at is not null))
);
alter table micro_draft add foreign key (region_id, dataset_id) references micro_dataset (region_id, id);

-- How much noise, who asked for it and who approved: for ever, since two kinds of noise over the same rows could be held
-- together.
create table micro_policy (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined')),
  max_noise integer not null check (max_noise between 1 and 100),
  variance double precision not null check (variance > 0),
  threshold integer not null check (threshold between 0 and max_noise),
  proposed_at timestamptz not null default now(),
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  released_table_id uuid,
  primary key (region_id, id),
  foreign key (region_id, dataset_id) references micro_dataset (region_id, id),
  foreign key (region_id, released_table_id) references released_table (region_id, id),
  check ((state = 'proposed') = (decided_at is null)),
  check ((state = 'approved') = (released_table_id is not null)),
  check (state <> 'approved' or decided_by <> proposed_by)
);
create unique index on micro_policy (region_id, dataset_id) where state in ('proposed', 'approved');

do $$
declare name text;
begin
  foreach name in array array['micro_draft', 'micro_dataset', 'micro_policy']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert, delete on micro_draft to {{app}};
grant select, insert on micro_dataset, micro_policy to {{app}};
grant update (state, version, contents, file_id, brought_at, brought_by, deleted_at, deleted_by) on micro_dataset to {{app}};
grant update (state, decided_at, decided_by, released_table_id) on micro_policy to {{app}};

-- The regions that hold microdata: the broom goes through them, and sees in here no more than that they are.
create table micro_region (
  region_id uuid primary key references region (id)
);
alter table micro_region enable row level security;
alter table micro_region force row level security;
create policy broom_sees on micro_region for select using (true);
create policy own_region_enters on micro_region for insert with check (region_id = (select current_region()));
grant select, insert on micro_region to {{app}};
