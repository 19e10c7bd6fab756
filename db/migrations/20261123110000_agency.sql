-- A national agency is a tenant of its own: it gives regions money for their plans and receives their reports.
alter table region add column kind text not null default 'region' check (kind in ('region', 'agency'));

-- Where reports go: the one agency of the installation, for whoever asks.
create table agency (
  region_id uuid primary key references region (id),
  slug text not null unique,
  name text not null
);
create unique index one_agency on agency ((true));
alter table agency enable row level security;
alter table agency force row level security;
create policy anybody_sees on agency for select using (true);
create policy own_agency_stands on agency for insert with check (
  region_id = (select current_region())
  and exists (select 1 from region where region.id = agency.region_id and region.kind = 'agency'));
grant select, insert on agency to {{app}};

-- A period whose report is with the agency, or accepted by it, is not opened again by the region.
alter table plan_period add column sent_at timestamptz;
alter table plan_period add check (sent_at is null or closed_at is not null);
grant update (sent_at) on plan_period to {{app}};

-- What a region has written for a report that is not sent yet.
create table plan_submission_words (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  period_id uuid not null,
  revision integer not null default 1 check (revision > 0),
  words jsonb not null check (length(words::text) <= 2000000),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  changed_name text not null,
  primary key (region_id, period_id),
  foreign key (region_id, plan_id, period_id) references plan_period (region_id, plan_id, id)
);

-- What a region has sent to the agency. What was sent never changes; the agency's answer is added.
create table plan_submission (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  period_id uuid not null,
  number integer not null check (number > 0),
  agency_id uuid not null,
  state text not null default 'submitted' check (state in ('submitted', 'returned', 'accepted', 'reopened')),
  report jsonb not null,
  figures jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  remarks jsonb not null default '[]',
  submitted_at timestamptz not null default now(),
  submitted_by text not null,
  submitted_name text not null,
  decided_at timestamptz,
  decided_name text not null default '',
  primary key (region_id, id),
  unique (region_id, period_id, number),
  foreign key (region_id, plan_id, period_id) references plan_period (region_id, plan_id, id),
  check ((state = 'submitted') = (decided_at is null))
);
-- One report of a period is with the agency or accepted, never two.
create unique index on plan_submission (region_id, period_id) where state in ('submitted', 'accepted');

-- The regions that the agency gives money to or has a report of. A tenant is known once it has sent a report.
create table agency_region (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  tenant_id uuid,
  name text not null check (length(name) between 2 and 120),
  primary key (region_id, id),
  unique (region_id, tenant_id)
);
create unique index on agency_region (region_id, lower(name));

create table received_report (
  region_id uuid not null references region (id),
  id uuid not null,
  of_region uuid not null,
  plan_id uuid not null,
  plan_name text not null,
  period_id uuid not null,
  kind text not null check (kind in ('half-year', 'interim', 'annual')),
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  year integer not null generated always as (extract(year from ends_on)::integer) stored,
  number integer not null check (number > 0),
  state text not null default 'submitted' check (state in ('submitted', 'returned', 'accepted', 'reopened')),
  report jsonb not null,
  figures jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  remarks jsonb not null default '[]',
  submitted_at timestamptz not null,
  submitted_name text not null,
  decided_at timestamptz,
  decided_by text,
  decided_name text not null default '',
  primary key (region_id, id),
  unique (region_id, of_region, period_id, number),
  foreign key (region_id, of_region) references agency_region (region_id, id),
  check ((state = 'submitted') = (decided_at is null))
);
create index on received_report (region_id, year, of_region);

-- Money that the agency has in a year, and how it is divided. Each amount has its decision.
create table agency_frame (
  region_id uuid not null references region (id),
  year integer not null check (year between 1990 and 2100),
  amount_ore bigint not null check (amount_ore between 0 and 9000000000000000),
  changed_at timestamptz not null default now(),
  changed_name text not null,
  primary key (region_id, year)
);
create table agency_grant (
  region_id uuid not null references region (id),
  of_region uuid not null,
  year integer not null check (year between 1990 and 2100),
  amount_ore bigint not null check (amount_ore between 0 and 9000000000000000),
  diary text not null check (length(diary) between 1 and 100),
  decided_on date not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null default now(),
  changed_name text not null,
  primary key (region_id, of_region, year),
  foreign key (region_id, of_region) references agency_region (region_id, id)
);

-- Money that somebody at the agency proposes to move between regions in a year; somebody else decides.
create table agency_move (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  year integer not null check (year between 1990 and 2100),
  from_region uuid not null,
  to_region uuid not null,
  amount_ore bigint not null check (amount_ore between 1 and 9000000000000000),
  from_before bigint not null check (from_before >= amount_ore),
  to_before bigint not null check (to_before >= 0),
  reason text not null check (length(reason) between 1 and 4000),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  decided_at timestamptz,
  decided_by text,
  decided_name text not null default '',
  diary text not null default '' check (length(diary) <= 100),
  decided_on date,
  answer text not null default '' check (length(answer) <= 4000),
  primary key (region_id, id),
  foreign key (region_id, from_region) references agency_region (region_id, id),
  foreign key (region_id, to_region) references agency_region (region_id, id),
  check (from_region <> to_region),
  check ((state = 'proposed') = (decided_at is null)),
  check (state not in ('approved', 'declined') or (decided_by is not null and decided_by <> made_by)),
  check (state <> 'approved' or (diary <> '' and decided_on is not null))
);

do $$
declare name text;
begin
  foreach name in array array['plan_submission_words', 'plan_submission', 'agency_region', 'received_report', 'agency_frame', 'agency_grant', 'agency_move']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan_submission_words, plan_submission, agency_region, received_report, agency_frame, agency_grant, agency_move to {{app}};
grant update (revision, words, changed_at, changed_by, changed_name) on plan_submission_words to {{app}};
grant update (state, remarks, decided_at, decided_name) on plan_submission to {{app}};
grant update (tenant_id) on agency_region to {{app}};
grant update (state, remarks, decided_at, decided_by, decided_name) on received_report to {{app}};
grant update (amount_ore, changed_at, changed_name) on agency_frame to {{app}};
grant update (amount_ore, diary, decided_on, revision, changed_at, changed_name) on agency_grant to {{app}};
grant update (state, decided_at, decided_by, decided_name, diary, decided_on, answer) on agency_move to {{app}};
