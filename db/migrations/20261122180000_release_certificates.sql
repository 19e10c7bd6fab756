-- The proof of each released table, with hidden figures: written once, and read by nobody through the application.
create table release_certificate (
  region_id uuid not null references region (id),
  released_table_id uuid not null,
  certificate jsonb not null,
  made_at timestamptz not null default now(),
  primary key (region_id, released_table_id),
  foreign key (region_id, released_table_id) references released_table (region_id, id)
);
alter table release_certificate enable row level security;
alter table release_certificate force row level security;
create policy own_region on release_certificate using (region_id = (select current_region()))
  with check (region_id = (select current_region()));
grant insert on release_certificate to {{app}};

-- One method a dataset, over all its versions. The rows belong to many regions: for a moment their owner sees them all.
alter table released_table no force row level security;
update released_table set method = 'suppression' where method = 'suppression-1';
alter table released_table force row level security;
alter table released_table add check (method in ('suppression', 'cellkey', 'round'));
