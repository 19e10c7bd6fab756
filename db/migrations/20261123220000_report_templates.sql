-- A region’s own Word templates: the files, once each, and which of them reports are written in.
create table report_template (
  region_id uuid not null references region (id),
  -- SHA-256 of the file.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  body bytea not null check (octet_length(body) between 1 and 5242880),
  -- What was found in it.
  facts jsonb not null check (length(facts::text) <= 20000),
  added_at timestamptz not null default now(),
  primary key (region_id, hash),
  check (hash = encode(sha256(body), 'hex'))
);

create table region_template (
  region_id uuid primary key references region (id),
  hash text not null,
  name text not null check (length(name) between 1 and 200),
  -- Removed ones are kept until another takes their place, so that they can be brought back.
  is_used boolean not null,
  revision integer not null check (revision > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  changed_name text not null,
  foreign key (region_id, hash) references report_template (region_id, hash)
);

-- The template that a report was adopted with; its file stays as long as the report.
alter table plan_report_adopted
  add column template_hash text,
  add foreign key (region_id, template_hash) references report_template (region_id, hash);
create index on plan_report_adopted (region_id, template_hash) where template_hash is not null;

do $$
declare name text;
begin
  foreach name in array array['report_template', 'region_template']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert, delete on report_template to {{app}};
grant select, insert on region_template to {{app}};
grant update (hash, name, is_used, revision, changed_at, changed_by, changed_name) on region_template to {{app}};
