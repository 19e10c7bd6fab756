-- A brief to a steering group is finished, not decided: it needs neither diary number nor body. Who finished it and when is
-- kept. Every other kind needs both.
alter table plan_report_adopted
  drop constraint plan_report_adopted_diary_check,
  drop constraint plan_report_adopted_body_check,
  add constraint plan_report_adopted_diary_check check (length(diary) <= 100),
  add constraint plan_report_adopted_body_check check (length(body) <= 200);

create function check_report_decision() returns trigger language plpgsql as $$
begin
  if (new.diary = '' or new.body = '') and not exists (
    select from plan_report
    where region_id = new.region_id and id = new.report_id and kind = 'brief'
  ) then
    raise exception 'a report of this kind is adopted by a body, with a diary number' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger check_report_decision before insert or update on plan_report_adopted
  for each row execute function check_report_decision();
