-- What a demonstration brought: loaded once, taken away in one command, not brought again.
create table demonstration (
  only_one boolean primary key default true check (only_one),
  loaded_at timestamptz not null default now(),
  removed_at timestamptz
);
alter table demonstration enable row level security;

create function remove_demonstration()
returns bigint language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  towns bigint;
begin
  delete from municipality_contact where demonstration;
  delete from account where demonstration;
  with gone as (delete from organisation where demonstration returning 1) select count(*) into towns from gone;
  insert into demonstration (removed_at) values (now()) on conflict (only_one) do update set removed_at = now();
  perform append_audit_event('courant', 'demonstration.removed', towns || ' organisations');
  return towns;
end
$$;
revoke all on function remove_demonstration() from public;

-- Entering as an invented person: such accounts exist in demonstrations alone.
create function demonstration_accounts()
returns table (id bigint, name text, email text, organisation text, role text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select a.id, a.name, a.email, o.name, m.role from account a
  join membership m on m.account_id = a.id join organisation o on o.id = m.organisation_id
  where a.demonstration order by o.kind = 'operator' desc, o.kind desc, o.name, a.id, m.role
$$;
revoke all on function demonstration_accounts() from public;
grant execute on function demonstration_accounts() to courant_app;
