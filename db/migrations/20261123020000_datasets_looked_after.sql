-- What a reader must know of a dataset beside its description; how the rows of its files are read; why it was withdrawn.
alter table stat_dataset add column definitions text not null default '' check (length(definitions) <= 4000);
alter table stat_dataset add column breaks text not null default '' check (length(breaks) <= 4000);
alter table stat_dataset add column reading jsonb;
alter table stat_dataset add column withdrawn_reason text check (length(withdrawn_reason) <= 2000);

-- The words that a publication shows: those of the dataset when it was proposed.
alter table stat_publication add column words jsonb;
alter table stat_publication no force row level security;
alter table stat_dataset no force row level security;
update stat_publication p
set words = jsonb_build_object(
  'name', d.name, 'description', d.description, 'area', d.area, 'producer', d.source ->> 'producer',
  'licence', d.licence, 'contact', d.contact, 'rhythm', d.rhythm, 'definitions', '', 'breaks', '')
from stat_dataset d
where d.region_id = p.region_id and d.id = p.dataset_id;
alter table stat_publication force row level security;
alter table stat_dataset force row level security;
alter table stat_publication alter column words set not null;

-- What differs from what was open when it was proposed, by cell, and which release that was.
alter table stat_publication add column differences jsonb;
alter table stat_publication add column compared_with uuid;
alter table stat_publication add foreign key (region_id, compared_with) references released_table (region_id, id);

revoke update on stat_publication from {{app}};
grant update (state, closes_at, decided_at, decided_by, released_table_id, notice, differences) on stat_publication to {{app}};

-- A file of rows that is held for a day, so that whoever brought it can say how it is read.
create table stat_held_file (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  dataset_id uuid,
  file_name text not null check (length(file_name) <= 200),
  body bytea not null,
  reading jsonb,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id),
  foreign key (region_id, dataset_id) references stat_dataset (region_id, id)
);
alter table stat_draft add column held_id uuid;
alter table stat_draft add column reading jsonb;

-- Kolada’s list of key figures, as it was fetched last, by the address that it came from.
create table kolada_catalogue (
  region_id uuid not null references region (id),
  address text not null check (length(address) <= 500),
  kpis jsonb not null,
  fetched_at timestamptz not null default now(),
  primary key (region_id, address)
);

do $$
declare name text;
begin
  foreach name in array array['stat_held_file', 'kolada_catalogue']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert, delete on stat_held_file to {{app}};
grant update (reading) on stat_held_file to {{app}};
grant select, insert on kolada_catalogue to {{app}};
grant update (kpis, fetched_at) on kolada_catalogue to {{app}};
