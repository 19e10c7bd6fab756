-- A version on referral: what is asked of those who answer, and until when.
create table plan_referral (
  region_id uuid not null references region (id),
  plan_id uuid not null,
  version integer not null,
  intro text not null default '' check (length(intro) <= 4000),
  -- The questions in their order: [{"id": "q1", "text": "…"}]. They stand once somebody has been asked.
  questions jsonb not null check (jsonb_typeof(questions) = 'array' and length(questions::text) <= 60000),
  due_on date not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  primary key (region_id, plan_id, version),
  foreign key (region_id, plan_id, version) references plan_version (region_id, plan_id, number)
);

-- Who answers, and what. A link opens the form of one answerer; only what it is made of is kept. What is written stays
-- the answerer's own until it is sent.
create table plan_referral_answer (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  version integer not null,
  organisation text not null check (length(organisation) between 1 and 200),
  -- Empty where nobody is written to: the answer came on paper.
  address text not null default '' check (length(address) <= 320),
  token_hash text check (token_hash ~ '^[0-9a-f]{64}$'),
  invited_at timestamptz,
  revoked_at timestamptz,
  revision integer not null default 0 check (revision >= 0),
  stance text check (stance in ('support', 'changes', 'object', 'none')),
  -- What is said, by what it is said of: {"whole": "…", "q1": "…", "<id of a priority>": "…"}.
  comments jsonb not null default '{}' check (jsonb_typeof(comments) = 'object' and length(comments::text) <= 900000),
  sent_at timestamptz,
  -- The day that it came: that of the sending, or of the paper.
  received_on date,
  -- The member who entered it from paper; null where the answerer sent it.
  entered_by text,
  made_at timestamptz not null default now(),
  made_by text not null,
  primary key (region_id, id),
  unique (region_id, token_hash),
  unique (region_id, plan_id, version, id),
  foreign key (region_id, plan_id, version) references plan_referral (region_id, plan_id, version),
  check ((sent_at is null) = (received_on is null)),
  check (sent_at is null or stance is not null),
  check ((address = '') = (invited_at is null))
);
create unique index on plan_referral_answer (region_id, plan_id, version, lower(address)) where address <> '';

-- What was done with one comment. Every change of mind is a row of its own; the latest holds.
create table plan_referral_note (
  region_id uuid not null references region (id),
  id bigint generated always as identity,
  plan_id uuid not null,
  version integer not null,
  answer_id uuid not null,
  about text not null check (about ~ '^(whole|q[0-9]{1,3}|[0-9a-f-]{36})$'),
  outcome text not null check (outcome in ('taken-up', 'partly', 'not', 'open')),
  reason text not null default '' check (length(reason) <= 4000),
  made_at timestamptz not null default now(),
  made_by text not null,
  made_name text not null,
  primary key (region_id, id),
  foreign key (region_id, plan_id, version, answer_id)
    references plan_referral_answer (region_id, plan_id, version, id)
);
create index on plan_referral_note (region_id, plan_id, version);

do $$
declare name text;
begin
  foreach name in array array['plan_referral', 'plan_referral_answer', 'plan_referral_note']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on plan_referral, plan_referral_answer, plan_referral_note to {{app}};
grant update (intro, questions, due_on) on plan_referral to {{app}};
grant update (token_hash, invited_at, revoked_at, revision, stance, comments, sent_at, received_on, entered_by) on plan_referral_answer to {{app}};
