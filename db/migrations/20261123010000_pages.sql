-- Pages: words and figures put together by a person. Every save is a revision that never changes; a published one stands
-- while the next is written.
create table stat_page (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  -- The latest revision's number.
  revision integer not null default 0,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (region_id, id),
  unique (region_id, slug)
);

create table stat_page_revision (
  region_id uuid not null references region (id),
  page_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null check (length(content::text) <= 2000000),
  created_at timestamptz not null default now(),
  created_by text not null,
  author_name text not null,
  primary key (region_id, page_id, number),
  foreign key (region_id, page_id) references stat_page (region_id, id)
);

-- One asks for a revision to be published; another decides, who is neither the one who asked nor the one who wrote last.
create table stat_page_publication (
  region_id uuid not null references region (id),
  id uuid not null default gen_random_uuid(),
  page_id uuid not null,
  revision integer not null,
  state text not null check (state in ('proposed', 'published', 'declined', 'replaced', 'withdrawn')),
  written_by text not null,
  proposed_at timestamptz not null default now(),
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  ended_at timestamptz,
  ended_by text,
  -- Why it was declined or withdrawn.
  notice text check (length(notice) <= 2000),
  primary key (region_id, id),
  foreign key (region_id, page_id, revision) references stat_page_revision (region_id, page_id, number),
  check ((state = 'proposed') = (decided_at is null)),
  check (state in ('proposed', 'declined') or (decided_by <> proposed_by and decided_by <> written_by)),
  check ((state in ('replaced', 'withdrawn')) = (ended_at is not null))
);
create unique index on stat_page_publication (region_id, page_id) where state = 'proposed';
create unique index on stat_page_publication (region_id, page_id) where state = 'published';

do $$
declare name text;
begin
  foreach name in array array['stat_page', 'stat_page_revision', 'stat_page_publication']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_region on %I using (region_id = (select current_region())) with check (region_id = (select current_region()))', name);
  end loop;
end $$;
grant select, insert on stat_page, stat_page_revision, stat_page_publication to {{app}};
grant update (revision) on stat_page to {{app}};
grant update (state, decided_at, decided_by, ended_at, ended_by, notice) on stat_page_publication to {{app}};
