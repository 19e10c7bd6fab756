-- What a file with a plan was read as, until it is brought in; for an hour at most.
create table plan_import_draft (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  file_name text not null check (length(file_name) <= 200),
  content text not null check (length(content) <= 60000000),
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id)
);
alter table plan_import_draft enable row level security;
alter table plan_import_draft force row level security;
create policy own_region on plan_import_draft using (region_id = (select current_region())) with check (region_id = (select current_region()));
grant select, insert, delete on plan_import_draft to {{app}};
grant update (content) on plan_import_draft to {{app}};
