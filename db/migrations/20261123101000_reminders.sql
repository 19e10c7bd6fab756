-- Mail on its way out. What it says is dropped once it is sent: it may hold a link that opens a form.
create table mail_out (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  person_id text not null,
  address text not null check (length(address) <= 320),
  subject text not null check (length(subject) <= 300),
  body text not null check (length(body) <= 20000),
  made_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (region_id, id),
  check (sent_at is null or body = '')
);

-- A link opens one form to one person once. Only what it is made of is kept, not the link itself.
create table plan_link (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  period_id uuid not null,
  activity_id uuid not null,
  person_id text not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now(),
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (region_id, id),
  unique (region_id, token_hash),
  foreign key (region_id, plan_id, period_id) references plan_period (region_id, plan_id, id),
  foreign key (region_id, plan_id, activity_id) references plan_item (region_id, plan_id, id),
  check (expires_at > made_at)
);
create index on plan_link (region_id, plan_id, period_id);

do $$
declare name text;
begin
  foreach name in array array['mail_out', 'plan_link']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on mail_out, plan_link to {{app}};
grant update (body, sent_at) on mail_out to {{app}};
grant update (used_at, revoked_at) on plan_link to {{app}};
