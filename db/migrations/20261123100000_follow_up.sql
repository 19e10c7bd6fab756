-- How a plan goes: periods, and what is told of each activity in each.
create table plan_period (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('half-year', 'interim', 'annual')),
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  -- What is told of a closed period stays until it is opened again.
  closed_at timestamptz,
  closed_by text,
  primary key (region_id, id),
  unique (region_id, plan_id, kind, starts_on),
  unique (region_id, plan_id, id),
  foreign key (region_id, plan_id) references plan (region_id, id),
  check (starts_on <= ends_on and ends_on <= due_on),
  check ((closed_at is null) = (closed_by is null))
);

create table plan_update (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  period_id uuid not null,
  activity_id uuid not null,
  revision integer not null default 1 check (revision > 0),
  status text not null check (status in ('not-begun', 'on-track', 'late', 'stopped', 'done')),
  done text not null default '' check (length(done) <= 4000),
  cause text not null default '' check (length(cause) <= 2000),
  measure text not null default '' check (length(measure) <= 2000),
  -- People reached. A count that is not there is not known.
  women integer check (women >= 0),
  men integer check (men >= 0),
  other integer check (other >= 0),
  unknown integer check (unknown >= 0),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  changed_name text not null,
  primary key (region_id, period_id, activity_id),
  foreign key (region_id, plan_id, period_id) references plan_period (region_id, plan_id, id),
  foreign key (region_id, plan_id, activity_id) references plan_item (region_id, plan_id, id),
  check (status not in ('late', 'stopped') or (cause <> '' and measure <> ''))
);
create index on plan_update (region_id, plan_id);

do $$
declare name text;
begin
  foreach name in array array['plan_period', 'plan_update']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan_period, plan_update to {{app}};
grant update (closed_at, closed_by) on plan_period to {{app}};
grant update (revision, status, done, cause, measure, women, men, other, unknown, changed_at, changed_by, changed_name) on plan_update to {{app}};
