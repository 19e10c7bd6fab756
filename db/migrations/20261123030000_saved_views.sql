-- Views that people keep: a dataset looked at in one way, in the latest version or held to one.
create table stat_saved_view (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid not null,
  name text not null check (length(name) between 2 and 120),
  view text not null check (length(view) <= 2000),
  version integer,
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  created_by text not null,
  author_name text not null,
  removed_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, dataset_id) references stat_dataset (region_id, id),
  foreign key (region_id, dataset_id, version) references stat_version (region_id, dataset_id, number)
);
create index on stat_saved_view (region_id, dataset_id);

alter table stat_saved_view enable row level security;
alter table stat_saved_view force row level security;
create policy own_region on stat_saved_view using (region_id = (select current_region())) with check (region_id = (select current_region()));
grant select, insert, update on stat_saved_view to {{app}};
