-- The commitment of an MRC has a page of its own, which stays after it is withdrawn: with the number of the resolution
-- that withdrew it, and with what it covered.
create or replace view public_commitment as
  select o.municipality_code, o.name, o.kind, o.demonstration, c.id as commitment_id, c.state, c.declaration_version,
    c.session_date, c.resolution_number, c.file is not null as has_file, c.published_at, c.renewed_until, c.withdrawn_on,
    c.organisation_id, c.withdrawal_number
  from commitment c join organisation o on o.id = c.organisation_id
  where c.published_at is not null and c.state in ('published', 'withdrawn')
    and not exists (select from commitment later where later.organisation_id = c.organisation_id
      and later.published_at is not null and later.id > c.id);

-- What a withdrawn commitment covered, it covers no longer.
update coverage v set ended_on = greatest(v.since, c.withdrawn_on)
  from public_commitment c
  where c.organisation_id = v.organisation_id and c.state = 'withdrawn' and v.ended_on is null;

create or replace view public_coverage as
  select v.municipality_code, v.since, c.name, c.demonstration, c.commitment_id,
    case when v.ended_on is null and c.state = 'withdrawn' then greatest(v.since, c.withdrawn_on) else v.ended_on end
      as ended_on
  from coverage v join public_commitment c on c.organisation_id = v.organisation_id;

create function public_mrc_resolution(mrc text)
returns table (file_name text, file_type text, file bytea)
language sql stable security definer set search_path = courant, pg_temp as $$
  select c.file_name, c.file_type, c.file from public_commitment p join commitment c on c.id = p.commitment_id
  where p.kind = 'mrc' and p.name = mrc and c.file is not null
  order by c.id limit 1
$$;
revoke all on function public_mrc_resolution(text) from public;
grant execute on function public_mrc_resolution(text) to courant_app;
