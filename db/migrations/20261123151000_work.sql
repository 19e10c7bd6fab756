-- What was said of a red flag, as “seen by management”. The flag itself follows from the plan; its words are kept as
-- they stood.
create table plan_flag_note (
  region_id uuid not null references region (id),
  id bigint generated always as identity,
  plan_id uuid not null,
  flag text not null check (flag ~ '^[a-z-]{1,40}:[0-9a-f-]{36}(:[0-9]{4})?$'),
  said text not null check (length(said) between 1 and 1000),
  words text not null default '' check (length(words) <= 2000),
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  primary key (region_id, id),
  foreign key (region_id, plan_id) references plan (region_id, id)
);
create index on plan_flag_note (region_id, plan_id);

-- Whether the house reminds by itself of a plan, how many days before, and in whose name and language.
create table plan_reminding (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  is_on boolean not null,
  days_before integer not null check (days_before between 1 and 60),
  language text not null check (language in ('sv', 'en')),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  changed_name text not null,
  primary key (region_id, plan_id),
  foreign key (region_id, plan_id) references plan (region_id, id)
);

-- What a person has been reminded of by the clock: a stage of a period, or an indicator in a year. Once each.
create table plan_reminded (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  about text not null check (about ~ '^(before|after|indicator):[0-9a-f-]{36}(:[0-9]{4})?$'),
  person_id text not null,
  sent_at timestamptz not null default now(),
  primary key (region_id, plan_id, about, person_id),
  foreign key (region_id, plan_id) references plan (region_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['plan_flag_note', 'plan_reminding', 'plan_reminded']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan_flag_note, plan_reminding, plan_reminded to {{app}};
grant update (is_on, days_before, language, changed_at, changed_by, changed_name) on plan_reminding to {{app}};

-- The regions where the clock reminds: it goes through them, and sees in here no more than that they are.
create table reminding_region (
  region_id uuid primary key references region (id)
);
alter table reminding_region enable row level security;
alter table reminding_region force row level security;
create policy clock_sees on reminding_region for select using (true);
create policy own_region_enters on reminding_region for insert with check (region_id = (select current_region()));
grant select, insert on reminding_region to {{app}};
