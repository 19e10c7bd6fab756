-- Noise below a floor protects nobody who may be crossed freely: what was approved with less is not any more.
alter table micro_policy no force row level security;
alter table released_table no force row level security;
update released_table r
set withdrawn_at = now(), withdrawn_by = p.decided_by, notice = 'max_noise < 3, variance < 1, threshold < 3'
from micro_policy p
where r.region_id = p.region_id and r.id = p.released_table_id and r.withdrawn_at is null
  and p.state = 'approved' and (p.max_noise < 3 or p.variance < 1 or p.threshold < 3);
update micro_policy
set state = 'declined', released_table_id = null, decided_at = coalesce(decided_at, now())
where state in ('proposed', 'approved') and (max_noise < 3 or variance < 1 or threshold < 3);
alter table micro_policy force row level security;
alter table released_table force row level security;
alter table micro_policy
  add check (state = 'declined' or (max_noise >= 3 and variance >= 1 and threshold >= 3));

-- What tells that two lists, or two versions, hold the same rows: the smallest of their keyed hashes, and who brought them.
create table micro_sketch (
  region_id uuid not null references region (id),
  dataset_id uuid not null,
  version integer not null check (version > 0),
  sketch jsonb not null,
  brought_by text not null,
  primary key (region_id, dataset_id, version),
  foreign key (region_id, dataset_id) references micro_dataset (region_id, id)
);
alter table micro_sketch enable row level security;
alter table micro_sketch force row level security;
create policy own_region on micro_sketch using (region_id = (select current_region())) with check (region_id = (select current_region()));
grant select, insert, delete on micro_sketch to {{app}};

-- What the columns of a deleted list were called, and the words of its file, go with it.
grant update (declaration) on micro_dataset to {{app}};
alter table micro_dataset no force row level security;
update micro_dataset set declaration = '{"columns": [], "missing": [], "empty": "noAnswer"}' where state = 'deleted';
alter table micro_dataset force row level security;
