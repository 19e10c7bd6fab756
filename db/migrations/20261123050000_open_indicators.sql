-- An indicator is shown to everybody once another person has decided so: one who has neither asked for it nor worded it last.
alter table stat_indicator add column changed_by text;
alter table stat_indicator add column asked_by text;
alter table stat_indicator add column opened_by text;
alter table stat_indicator add column opened_at timestamptz;
alter table stat_indicator no force row level security;
update stat_indicator set changed_by = created_by;
alter table stat_indicator force row level security;
alter table stat_indicator alter column changed_by set not null;
alter table stat_indicator add check ((opened_by is null) = (opened_at is null));
alter table stat_indicator add check (opened_by is null or (asked_by is not null and opened_by <> asked_by and opened_by <> changed_by));
