-- Datasets: statistical tables brought in from a source, their versions, and what is published of them.
create table stat_dataset (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  name text not null check (length(name) between 2 and 200),
  description text not null default '' check (length(description) <= 4000),
  area text not null check (area in ('power', 'economy', 'education', 'care', 'health', 'violence', 'background')),
  licence text not null check (length(licence) <= 200),
  contact text not null default '' check (length(contact) <= 400),
  rhythm text not null default 'irregular' check (rhythm in ('irregular', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly')),
  source jsonb not null,
  synthetic boolean not null default false,
  version integer not null default 0,
  fetch_again text not null default 'never' check (fetch_again in ('never', 'daily', 'weekly', 'monthly')),
  created_at timestamptz not null default now(),
  created_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (region_id, id),
  unique (region_id, slug)
);

-- A version never changes: what it says of itself, and its figures as Parquet.
create table stat_version (
  region_id uuid not null references region (id),
  dataset_id uuid not null,
  number integer not null check (number > 0),
  parts jsonb not null,
  figures bytea not null,
  sha256 text not null,
  cells integer not null,
  provenance jsonb not null,
  assumptions jsonb not null default '[]',
  changes jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, dataset_id, number),
  foreign key (region_id, dataset_id) references stat_dataset (region_id, id)
);

-- A table that has been read and is being looked at before it is kept.
create table stat_draft (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid,
  parts jsonb not null,
  figures bytea not null,
  provenance jsonb not null,
  assumptions jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id),
  foreign key (region_id, dataset_id) references stat_dataset (region_id, id)
);

-- One asks for a version to be published, another decides. Rows are kept; what stands is told by `state` and time.
create table stat_publication (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid not null,
  version integer not null,
  state text not null check (state in ('proposed', 'published', 'declined', 'withdrawn')),
  proposed_at timestamptz not null default now(),
  proposed_by text not null,
  open_from timestamptz,
  -- When a later version takes its place.
  closes_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  released_table_id uuid,
  notice text check (length(notice) <= 2000),
  primary key (region_id, id),
  foreign key (region_id, dataset_id, version) references stat_version (region_id, dataset_id, number),
  foreign key (region_id, released_table_id) references released_table (region_id, id),
  check (decided_by is null or decided_by <> proposed_by or state in ('withdrawn', 'declined')),
  check ((state = 'proposed') = (decided_at is null)),
  check ((state in ('published', 'withdrawn')) = (released_table_id is not null))
);
create unique index on stat_publication (region_id, dataset_id) where state = 'proposed';
create unique index on stat_publication (region_id, dataset_id) where state = 'published' and closes_at is null;

do $$
declare name text;
begin
  foreach name in array array['stat_dataset', 'stat_version', 'stat_draft', 'stat_publication']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;

grant select, insert on stat_version to {{app}};
grant select, insert, delete on stat_draft to {{app}};
grant select, insert, update on stat_dataset, stat_publication to {{app}};

-- The open sites: which regions have one, for whoever asks. A region's first publication opens it.
create table open_site (
  region_id uuid primary key references region (id),
  slug text not null unique,
  name text not null,
  demo boolean not null,
  since timestamptz not null default now()
);
alter table open_site enable row level security;
alter table open_site force row level security;
create policy anybody_sees on open_site for select using (true);
create policy own_region_opens on open_site for insert with check (region_id = (select current_region()));
grant select, insert on open_site to {{app}};

-- Tables that are open at their source are let out as they are: nobody stands behind a figure that is public already.
do $$
declare name text;
begin
  select conname into name from pg_constraint
  where conrelid = 'released_table'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%method%';
  execute format('alter table released_table drop constraint %I', name);
end $$;
alter table released_table add check (method in ('suppression', 'cellkey', 'round', 'public-source'));
