-- How long a letter is kept goes with the letter: as long as the link in it serves.
alter table mail_out add column keep_until timestamptz;
alter table mail_out no force row level security;
alter table plan_referral_answer no force row level security;
alter table plan_referral no force row level security;
update mail_out set keep_until = made_at + interval '14 days';
update mail_out m set keep_until = (r.due_on + time '23:59') at time zone 'Europe/Stockholm'
from plan_referral_answer a
join plan_referral r on r.region_id = a.region_id and r.plan_id = a.plan_id and r.version = a.version
where m.region_id = a.region_id and m.person_id = a.id::text;
alter table mail_out force row level security;
alter table plan_referral_answer force row level security;
alter table plan_referral force row level security;
alter table mail_out alter column keep_until set default now() + interval '14 days';
alter table mail_out alter column keep_until set not null;

-- What has been sent by link stands, whoever asks. What a member entered from paper may be put right.
create function sent_answer_stands() returns trigger language plpgsql as $$
begin
  raise exception 'an answer that was sent by link stands' using errcode = 'integrity_constraint_violation';
end $$;
create trigger sent_answer_stands before update on plan_referral_answer
for each row when (
  old.sent_at is not null and old.entered_by is null
  and (old.stance, old.comments, old.received_on, old.sent_at, old.entered_by)
    is distinct from (new.stance, new.comments, new.received_on, new.sent_at, new.entered_by)
) execute function sent_answer_stands();
