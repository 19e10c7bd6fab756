-- Reports that are kept: written as a draft, each saving a revision of its own.
create table plan_report (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('half-year', 'terms', 'accounts', 'brief', 'final', 'free')),
  -- The latest revision's number.
  revision integer not null default 0 check (revision >= 0),
  -- The adopted report that it was made again from.
  made_from uuid,
  made_at timestamptz not null default now(),
  made_by text not null,
  removed_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, plan_id) references plan (region_id, id),
  foreign key (region_id, made_from) references plan_report (region_id, id) deferrable initially deferred
);
create index on plan_report (region_id, plan_id);

create table plan_report_revision (
  region_id uuid not null references region (id),
  report_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null check (length(content::text) <= 2000000),
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  primary key (region_id, report_id, number),
  foreign key (region_id, report_id) references plan_report (region_id, id)
);

-- A report as it was adopted: its words and figures whole, and the look of its files. It never changes.
create table plan_report_adopted (
  region_id uuid not null references region (id),
  report_id uuid not null,
  -- The text whose hash is kept: not jsonb, which would not give it back letter by letter.
  report text not null check (length(report) <= 40000000),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- For each block of the report the block of the draft that it came from.
  origins jsonb not null,
  style jsonb not null,
  diary text not null check (length(diary) between 1 and 100),
  decided_on date not null,
  body text not null check (length(body) between 1 and 200),
  adopted_at timestamptz not null default now(),
  adopted_by text not null,
  adopted_name text not null,
  primary key (region_id, report_id),
  foreign key (region_id, report_id) references plan_report (region_id, id)
);

-- How the region's own documents look.
create table region_look (
  region_id uuid primary key references region (id),
  style jsonb not null check (length(style::text) <= 1000000),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  changed_name text not null
);

do $$
declare name text;
begin
  foreach name in array array['plan_report', 'plan_report_revision', 'plan_report_adopted', 'region_look']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan_report, plan_report_revision, plan_report_adopted, region_look to {{app}};
grant update (revision, removed_at) on plan_report to {{app}};
grant update (style, revision, changed_at, changed_by, changed_name) on region_look to {{app}};
