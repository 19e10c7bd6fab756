-- Regions with letters: the clock goes through them, and sees in here no more than that they are.
create table mailing_region (
  region_id uuid primary key references region (id)
);
alter table mailing_region enable row level security;
alter table mailing_region force row level security;
create policy clock_sees on mailing_region for select using (true);
create policy own_region_enters on mailing_region for insert with check (region_id = (select current_region()));
grant select, insert on mailing_region to {{app}};
create index on mail_out (region_id, made_at) where sent_at is null and body <> '';
