-- Who joins a team is told to that team; journals say by which address a person acts; accounts can be closed.

-- A person cancels a request, and asks for few codes a day.
alter table claim drop constraint claim_state_check;
alter table claim add constraint claim_state_check
  check (state in ('asked', 'approved', 'refused', 'expired', 'cancelled'));
alter table claim add column codes_on date;
alter table claim add column codes_that_day integer not null default 0;
grant update (codes_on, codes_that_day) on claim to courant_app;

-- A closed account opens no session, by whatever way.
alter table account add column closed_at timestamptz;
alter table account add column signed_in_at timestamptz;

create function open_session_of_open_account()
returns trigger language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  update account set signed_in_at = now() where id = new.account_id and closed_at is null;
  return case when found then new end;
end
$$;
revoke all on function open_session_of_open_account() from public;
create trigger open_session_of_open_account before insert on session
  for each row execute function open_session_of_open_account();

-- Accounts as the team that runs this instance sees them.
create function listed_accounts()
returns table (id bigint, name text, email text, posts text, signed_in_at timestamptz, sessions bigint,
  closed_at timestamptz)
language sql stable security definer set search_path = courant, pg_temp as $$
  select a.id, a.name, a.email,
    (select string_agg(o.name || chr(31) || m.role, chr(30) order by o.name, m.role)
      from membership m join organisation o on o.id = m.organisation_id where m.account_id = a.id),
    a.signed_in_at,
    (select count(*) from session s where s.account_id = a.id and s.expires_at > now()),
    a.closed_at
  from account a where operates('administrator') order by a.email
$$;

create function end_sessions_of(who bigint)
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with ended as (delete from session s where s.account_id = who and operates('administrator') returning 1)
  select count(*) from ended
$$;

-- Closes an account, its sessions, and its roles: nobody is left waiting for a colleague who cannot come back. Answers
-- with the organisations it was of, and 0 for the account itself; with nothing when it was not closed.
create function close_account(who bigint)
returns setof bigint language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  if not operates('administrator') or who = acting_account() then
    return;
  end if;
  update account a set closed_at = now(), password_hash = null where a.id = who and a.closed_at is null;
  if not found then
    return;
  end if;
  delete from session s where s.account_id = who;
  return query
    with gone as (delete from membership m where m.account_id = who returning m.organisation_id)
    select distinct organisation_id from gone union all select 0::bigint;
end
$$;

-- Those who answer for an organisation, for letters that concern it; for who acts there, gives it a mandate or runs this
-- instance.
create function addresses_to_tell(organisation bigint)
returns setof text language sql stable security definer set search_path = courant, pg_temp as $$
  select distinct a.email from membership m
  join account a on a.id = m.account_id join organisation o on o.id = m.organisation_id
  where m.organisation_id = organisation
    and (m.role in ('administrator', 'clerk') or m.role = 'adviser' and o.kind <> 'municipality')
    and (acts_for(organisation) or operates('administrator', 'group-manager', 'adviser')
      or exists (select from mandate d where d.holder_id = organisation and manages(d.town_id)
        or d.town_id = organisation and manages(d.holder_id)))
$$;
revoke all on function listed_accounts(), end_sessions_of(bigint), close_account(bigint), addresses_to_tell(bigint)
  from public;
grant execute on function listed_accounts(), end_sessions_of(bigint), close_account(bigint), addresses_to_tell(bigint)
  to courant_app;

-- A name is what its owner writes: journals give the address beside it.
create function known_as(who bigint)
returns text language sql stable security definer set search_path = courant, pg_temp as $$
  select case when name = '' then email else name || ' (' || email || ')' end from account where id = who
$$;
revoke all on function known_as(bigint) from public;

create or replace function named_subject(subject text)
returns text language sql stable security definer set search_path = courant, pg_temp as $$
  select string_agg(coalesce(
      case
        when part ~ '^organisation/\d{1,18}$'
          then (select name from organisation where id = split_part(part, '/', 2)::bigint)
        when part ~ '^compte/\d{1,18}$' then known_as(split_part(part, '/', 2)::bigint)
        when part ~ '^invitation/[0-9a-f]{12}$'
          then (select email from invitation where encode(link_hash, 'hex') like split_part(part, '/', 2) || '%' limit 1)
      end, part), chr(31) order by place)
  from regexp_split_to_table(subject, ' ') with ordinality as parts (part, place)
$$;

drop function organisation_journal(bigint, integer);
create function organisation_journal(organisation bigint, most integer, skipped integer)
returns table (at timestamptz, actor text, action text, subject text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select e.at,
    case when e.actor ~ '^compte/\d{1,18}$'
      then coalesce(known_as(split_part(e.actor, '/', 2)::bigint), e.actor) else e.actor end,
    e.action, coalesce(named_subject(nullif(regexp_replace(e.subject, '^organisation/\d+ ?', ''), '')), '')
  from audit_event e
  where (e.subject = 'organisation/' || organisation or e.subject like 'organisation/' || organisation || ' %')
    and (acts_for(organisation) or operates('administrator', 'auditor'))
  order by e.id desc limit most offset skipped
$$;

drop function whole_journal(integer);
create function whole_journal(sessions boolean, most integer, skipped integer)
returns table (at timestamptz, actor text, action text, subject text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select e.at,
    case when e.actor ~ '^compte/\d{1,18}$'
      then coalesce(known_as(split_part(e.actor, '/', 2)::bigint), e.actor) else e.actor end,
    e.action, coalesce(named_subject(e.subject), '')
  from audit_event e
  where operates('administrator', 'auditor') and (sessions or e.action not like 'session.%')
  order by e.id desc limit most offset skipped
$$;
revoke all on function organisation_journal(bigint, integer, integer), whole_journal(boolean, integer, integer) from public;
grant execute on function organisation_journal(bigint, integer, integer), whole_journal(boolean, integer, integer)
  to courant_app;
