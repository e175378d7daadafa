-- Counting tries holds a lock on the address and on the place, not one that everybody waits for.
create index sign_in_attempt_at on sign_in_attempt (at);
create or replace function try_to_sign_in(address bytea, origin bytea, how text)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  most integer := case how when 'link' then 5 else 10 end;
  named boolean := how not in ('passkey', 'provider');
begin
  perform pg_advisory_xact_lock(hashtext('courant.sign-in.origin'), hashtext(encode(origin, 'hex')));
  perform pg_advisory_xact_lock(hashtext('courant.sign-in.address'), hashtext(encode(address, 'hex')));
  if named and (select count(*) from sign_in_attempt
      where email_hash = address and kind = how and at > now() - interval '1 hour') >= most
    or (select count(*) from sign_in_attempt where origin_hash = origin and at > now() - interval '1 hour') >= 40
  then
    return false;
  end if;
  insert into sign_in_attempt (email_hash, origin_hash, kind) values (address, origin, how);
  return true;
end
$$;

create or replace function forget_ended_sessions()
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with links as (delete from sign_in_link where expires_at < now() - interval '1 day'),
    tries as (delete from sign_in_attempt where at < now() - interval '1 day'),
    challenges as (delete from passkey_challenge where expires_at <= now()),
    requests as (delete from provider_request where expires_at <= now()),
    late as (update claim set state = 'expired', code_hash = null, decided_at = now()
      where state = 'asked' and expires_at < now()),
    ended as (delete from session where expires_at <= now() returning 1)
  select count(*) from ended
$$;

-- A closed account waits for no answer.
create or replace function close_account(who bigint)
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
  update claim c set state = 'cancelled', code_hash = null, decided_at = now()
    where c.account_id = who and c.state = 'asked';
  return query
    with gone as (delete from membership m where m.account_id = who returning m.organisation_id)
    select distinct organisation_id from gone union all select 0::bigint;
end
$$;

-- An address that once took no letters may ask again.
create or replace function ask_for_newsletter(
  confirm bytea, leave bytea, address text, shown text, spoken text, origin bytea)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('courant.newsletter.' || address));
  if exists (select from newsletter_consent where email = address and confirmed_at is not null
      and withdrawn_at is null and bounced_at is null)
    or (select count(*) from newsletter_consent where email = address and asked_at > now() - interval '1 day') >= 3
    or (select count(*) from newsletter_consent where asked_from_hash = origin and asked_at > now() - interval '1 hour') >= 20
  then
    return false;
  end if;
  insert into newsletter_consent (confirm_hash, leave_hash, email, wording, language, asked_from_hash)
  values (confirm, leave, address, shown, spoken, origin);
  return true;
end
$$;

-- Ends every consent of the address that a link of a request belongs to; how many there were.
create function leave_newsletter_by_request(link bytea)
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with gone as (
    update newsletter_consent set withdrawn_at = now() where withdrawn_at is null
      and email in (select email from newsletter_consent where leave_hash = link) returning 1)
  select count(*) from gone
$$;
revoke all on function leave_newsletter_by_request(bytea) from public;
grant execute on function leave_newsletter_by_request(bytea) to courant_app;

-- Each letter of an alert has a link of its own to leave by, which goes on leading out after the next one.
create table funding_alert_leave (
  leave_hash bytea primary key check (octet_length(leave_hash) = 32),
  confirm_hash bytea not null references funding_alert on delete cascade,
  at timestamptz not null default now()
);
create index funding_alert_leave_alert on funding_alert_leave (confirm_hash);
alter table funding_alert_leave enable row level security;
create policy holder_of_a_link on funding_alert_leave for select to courant_app using (holds_link(leave_hash));
create policy the_task_that_tells on funding_alert_leave to courant_app
  using (acting_task('alerts')) with check (acting_task('alerts'));
grant select, insert on funding_alert_leave to courant_app;

create function holds_link_of_alert(alert bytea)
returns boolean language sql stable security definer set search_path = courant, pg_temp as $$
  select exists (select from funding_alert_leave where confirm_hash = alert and holds_link(leave_hash))
$$;
revoke all on function holds_link_of_alert(bytea) from public;
grant execute on function holds_link_of_alert(bytea) to courant_app;
create policy holder_of_a_later_link on funding_alert to courant_app
  using (holds_link_of_alert(confirm_hash)) with check (holds_link_of_alert(confirm_hash));

alter table funding_alert add column bounced_at timestamptz;
create function funding_alert_bounced(address text)
returns void language sql security definer set search_path = courant, pg_temp as $$
  update funding_alert set bounced_at = now() where email = lower(address) and bounced_at is null
$$;
revoke all on function funding_alert_bounced(text) from public;
grant execute on function funding_alert_bounced(text) to courant_app;

create or replace function ask_for_funding_alert(
  confirm bytea, leave bytea, address text, wanted text, how_often text, shown text, spoken text, origin bytea)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('courant.funding-alert.' || address));
  if exists (select from funding_alert where email = address and search = wanted
      and confirmed_at is not null and withdrawn_at is null and bounced_at is null)
    or (select count(*) from funding_alert where email = address and asked_at > now() - interval '1 day') >= 5
    or (select count(*) from funding_alert where asked_from_hash = origin and asked_at > now() - interval '1 hour') >= 20
  then
    return false;
  end if;
  insert into funding_alert (confirm_hash, leave_hash, email, search, rhythm, wording, language, asked_from_hash,
    last_change_id)
  values (confirm, leave, address, wanted, how_often, shown, spoken, origin,
    (select coalesce(max(id), 0) from programme_change));
  return true;
end
$$;

-- What a programme was before and is again is news: only the nearness of its last day is said once.
alter table programme_change drop constraint programme_change_programme_kind_fingerprint_key;
create unique index programme_change_closing on programme_change (programme, fingerprint) where kind = 'closing';
