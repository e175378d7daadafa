-- The ledger of consent: what was shown, when, in which language, and what the person did with the letter.
-- Confirmed by a link that only the owner of the address receives; withdrawn by another.
create table newsletter_consent (
  confirm_hash bytea primary key check (octet_length(confirm_hash) = 32),
  leave_hash bytea not null unique check (octet_length(leave_hash) = 32),
  email text not null check (email = lower(email)),
  wording text not null,
  language text not null,
  asked_at timestamptz not null default now(),
  asked_from_hash bytea not null,
  confirmed_at timestamptz,
  withdrawn_at timestamptz
);
create index newsletter_consent_email on newsletter_consent (email);
create index newsletter_consent_origin on newsletter_consent (asked_from_hash, asked_at);

-- Whoever holds neither link of a row sees nothing of it.
alter table newsletter_consent enable row level security;
create policy holder_of_a_link on newsletter_consent to courant_app
  using (decode(current_setting('courant.link_hash', true), 'hex') in (confirm_hash, leave_hash))
  with check (decode(current_setting('courant.link_hash', true), 'hex') in (confirm_hash, leave_hash));
grant select, update (confirmed_at, withdrawn_at) on newsletter_consent to courant_app;

-- Notes a request; false when no letter must leave: already subscribed, asked too often for one address or from one place.
create function ask_for_newsletter(
  confirm bytea, leave bytea, address text, shown text, spoken text, origin bytea)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('courant.newsletter.' || address));
  if exists (select from newsletter_consent where email = address and confirmed_at is not null and withdrawn_at is null)
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
revoke all on function ask_for_newsletter(bytea, bytea, text, text, text, bytea) from public;
grant execute on function ask_for_newsletter(bytea, bytea, text, text, text, bytea) to courant_app;

-- A request that nobody confirmed is forgotten after a month.
create function forget_unconfirmed_newsletter_requests()
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with forgotten as (
    delete from newsletter_consent where confirmed_at is null and asked_at < now() - interval '30 days' returning 1)
  select count(*) from forgotten
$$;
revoke all on function forget_unconfirmed_newsletter_requests() from public;
grant execute on function forget_unconfirmed_newsletter_requests() to courant_app;
