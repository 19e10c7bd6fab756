-- A voucher is known by its number, day and amount alone: what it is called may change. Rows that stand keep the name they
-- were known by, since their numbers were never kept; a later file that holds them says it here, and counts in their stead.
alter table plan_entry add column formerly text check (formerly ~ '^[0-9a-f]{64}$');
create index on plan_entry (region_id, plan_id, formerly) where formerly is not null;
-- What a file is read up to: its later rows wait for another file.
alter table plan_ledger_import add column later integer not null default 0 check (later >= 0);
grant update (later) on plan_ledger_import to {{app}};
