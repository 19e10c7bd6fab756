-- Adopted versions of plans, shown to everybody. What everybody sees is kept as it left: it never changes, and nothing
-- else of a plan is read by the open site.
alter table plan_version add unique (region_id, plan_id, number, state);

create table plan_publication (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  version integer not null,
  -- Only what is adopted can be shown.
  state text not null default 'adopted' check (state = 'adopted'),
  -- The version without what is not for everybody, its decision, and how much differs from the adopted one before.
  content jsonb not null,
  open_from timestamptz not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  -- When it was taken off, by whom and why; before it opened, or after.
  ended_at timestamptz,
  ended_by text,
  ended_name text,
  notice text not null default '' check (length(notice) <= 2000),
  primary key (region_id, id),
  foreign key (region_id, plan_id, version, state) references plan_version (region_id, plan_id, number, state),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_name is null)),
  check (ended_at is null or notice <> '')
);
create index on plan_publication (region_id, plan_id);

alter table plan_publication enable row level security;
alter table plan_publication force row level security;
create policy own_region on plan_publication
  using (region_id = (select current_region())) with check (region_id = (select current_region()));
grant select, insert on plan_publication to {{app}};
grant update (ended_at, ended_by, ended_name, notice) on plan_publication to {{app}};
