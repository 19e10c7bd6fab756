-- Files of the ledger: what has been booked, or ordered and not yet invoiced. A file that is withdrawn counts no longer.
create table plan_ledger_import (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  id uuid not null default gen_random_uuid(),
  file_name text not null check (length(file_name) between 1 and 150),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  state text not null default 'received' check (state in ('received', 'imported', 'withdrawn')),
  kind text not null default 'outcome' check (kind in ('outcome', 'commitment')),
  mapping jsonb check (length(mapping::text) <= 400000),
  entries integer not null default 0 check (entries >= 0),
  known integer not null default 0 check (known between 0 and entries),
  refused jsonb not null default '[]',
  refused_count integer not null default 0 check (refused_count >= 0),
  covers_to date,
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  imported_at timestamptz,
  primary key (region_id, plan_id, id),
  foreign key (region_id, plan_id) references plan (region_id, id),
  check (state = 'received' or (mapping is not null and covers_to is not null and imported_at is not null))
);
-- The same file is brought in once.
create unique index on plan_ledger_import (region_id, plan_id, hash, kind) where state = 'imported';

create table plan_entry (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  import_id uuid not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  row integer not null check (row > 0),
  kind text not null check (kind in ('outcome', 'commitment')),
  on_date date not null,
  year smallint not null generated always as (extract(year from on_date)::smallint) stored,
  -- Negative where something is taken back.
  amount_ore bigint not null check (amount_ore between -9000000000000000 and 9000000000000000),
  text text not null default '' check (length(text) <= 200),
  activity_id uuid,
  cost_type_id uuid,
  financier_id uuid,
  primary key (region_id, plan_id, import_id, fingerprint),
  foreign key (region_id, plan_id, import_id) references plan_ledger_import (region_id, plan_id, id),
  foreign key (region_id, plan_id, activity_id) references plan_item (region_id, plan_id, id),
  foreign key (region_id, plan_id, cost_type_id) references plan_item (region_id, plan_id, id),
  foreign key (region_id, plan_id, financier_id) references plan_item (region_id, plan_id, id)
);
create index on plan_entry (region_id, plan_id, fingerprint);

-- Money that somebody proposes to move from one cell of a budget to another; somebody else decides.
create table plan_move (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  id uuid not null default gen_random_uuid(),
  budget_id uuid not null,
  from_key text[] not null check (cardinality(from_key) between 1 and 5),
  to_key text[] not null check (cardinality(to_key) between 1 and 5),
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
  answer text not null default '' check (length(answer) <= 4000),
  primary key (region_id, plan_id, id),
  foreign key (region_id, plan_id, budget_id) references plan_item (region_id, plan_id, id),
  check (from_key <> to_key),
  check ((state = 'proposed') = (decided_at is null)),
  check (state not in ('approved', 'declined') or (decided_by is not null and decided_by <> made_by))
);

do $$
declare name text;
begin
  foreach name in array array['plan_ledger_import', 'plan_entry', 'plan_move']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan_ledger_import, plan_entry, plan_move to {{app}};
grant update (state, kind, mapping, entries, known, refused, refused_count, covers_to, imported_at) on plan_ledger_import to {{app}};
grant update (state, decided_at, decided_by, decided_name, diary, answer) on plan_move to {{app}};
