-- What a closed period rests on: the plan and the ledger as they stood. Opened again, it rests on them as they stand.
create table plan_period_frozen (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  period_id uuid not null,
  content jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  frozen_on date not null,
  primary key (region_id, period_id),
  foreign key (region_id, plan_id, period_id) references plan_period (region_id, plan_id, id)
);
alter table plan_period_frozen enable row level security;
alter table plan_period_frozen force row level security;
create policy own_region on plan_period_frozen using (region_id = (select current_region())) with check (region_id = (select current_region()));
grant select, insert, delete on plan_period_frozen to {{app}};

-- A half-year that is open follows the plan's days when they change.
grant update (starts_on, ends_on, due_on) on plan_period to {{app}};
