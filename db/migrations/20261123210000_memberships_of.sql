-- What a person belongs to, asked with every request: one turn with the database where a transaction of its own takes four.
-- It runs with the caller's rights: row-level security shows the person's own memberships, bound for this call alone.
create function memberships_of(person text)
returns table (region_id uuid, slug text, name text, demo boolean, kind text, role text)
language plpgsql as $$
declare
  bound constant text := coalesce(current_setting('jamvikt.person', true), '');
begin
  perform set_config('jamvikt.person', person, true);
  return query
    select region.id, region.slug, region.name, region.demo, region.kind, member.role
    from member join region on region.id = member.region_id
    where member.user_id = person
    order by region.name;
  perform set_config('jamvikt.person', bound, true);
end
$$;
