-- Two more ways in: keys kept by a person's device, and identities that another organisation vouches for.

-- How a device names the account it keeps a key of: no address, no number of ours.
alter table account add column handle uuid not null unique default gen_random_uuid();

create table passkey (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  -- Attested credential data of WebAuthn: model of the device, identifier, public key.
  credential bytea not null,
  label text not null check (label <> '' and label !~ '[[:cntrl:]]'),
  uses bigint not null,
  user_verified boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_account on passkey (account_id);

create table provider_identity (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  provider text not null,
  issuer text not null,
  subject text not null check (octet_length(subject) between 1 and 255),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  -- Kept, so that an address the provider vouches for does not attach again what its owner took away.
  removed_at timestamptz,
  unique (issuer, subject)
);
create index provider_identity_account on provider_identity (account_id);

-- What a browser was asked and has still to answer, for a few minutes and once.
create table passkey_challenge (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  account_id bigint references account on delete cascade,
  challenge bytea not null,
  expires_at timestamptz not null
);

create table provider_request (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  account_id bigint references account on delete cascade,
  provider text not null,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  wanted text not null,
  expires_at timestamptz not null
);

create function presented(setting text) returns text language sql stable as $$
  select nullif(current_setting('courant.' || setting, true), '')
$$;

alter table passkey enable row level security;
create policy oneself on passkey to courant_app
  using (account_id = acting_account()) with check (account_id = acting_account());
create policy shown_by_who_presents_it on passkey for select to courant_app
  using (credential_id = decode(presented('credential'), 'hex'));
create policy counted_by_who_presents_it on passkey for update to courant_app
  using (credential_id = decode(presented('credential'), 'hex'));
grant select, insert, delete, update (uses, user_verified, backed_up, used_at) on passkey to courant_app;

alter table provider_identity enable row level security;
create policy oneself on provider_identity to courant_app
  using (account_id = acting_account()) with check (account_id = acting_account());
create policy shown_by_who_presents_it on provider_identity for select to courant_app
  using (issuer || ' ' || subject = presented('identity'));
create policy used_by_who_presents_it on provider_identity for update to courant_app
  using (issuer || ' ' || subject = presented('identity'));
create policy attached_by_who_presents_it on provider_identity for insert to courant_app
  with check (acting_task('sign-in') and issuer || ' ' || subject = presented('identity'));
grant select, insert, update (account_id, provider, created_at, used_at, removed_at) on provider_identity to courant_app;

alter table passkey_challenge enable row level security;
create policy the_browser_that_holds_it on passkey_challenge to courant_app
  using (holds_link(link_hash)) with check (holds_link(link_hash));
grant select, insert, delete on passkey_challenge to courant_app;

alter table provider_request enable row level security;
create policy the_browser_that_holds_it on provider_request to courant_app
  using (holds_link(link_hash)) with check (holds_link(link_hash));
grant select, insert, delete on provider_request to courant_app;

alter table sign_in_attempt drop constraint sign_in_attempt_kind_check;
alter table sign_in_attempt
  add constraint sign_in_attempt_kind_check check (kind in ('link', 'password', 'code', 'passkey', 'provider'));

-- Counts a try and says whether it may go on: 5 links or 10 wrong passwords or codes an hour for one address, 40 of all
-- from one place. Who comes with a key or through a provider has named no address yet.
create or replace function try_to_sign_in(address bytea, origin bytea, how text)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  most integer := case how when 'link' then 5 else 10 end;
  named boolean := how not in ('passkey', 'provider');
begin
  perform pg_advisory_xact_lock(hashtext('courant.sign-in'));
  delete from sign_in_attempt where at < now() - interval '1 day';
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
    challenges as (delete from passkey_challenge where expires_at <= now()),
    requests as (delete from provider_request where expires_at <= now()),
    late as (update claim set state = 'expired', code_hash = null, decided_at = now()
      where state = 'asked' and expires_at < now()),
    ended as (delete from session where expires_at <= now() returning 1)
  select count(*) from ended
$$;

-- What an event was about, with the names of people and organisations for their numbers. For journals alone, which ask
-- first who may read.
create function named_subject(subject text)
returns text language sql stable security definer set search_path = courant, pg_temp as $$
  select string_agg(coalesce(
      case
        when part ~ '^organisation/\d{1,18}$'
          then (select name from organisation where id = split_part(part, '/', 2)::bigint)
        when part ~ '^compte/\d{1,18}$'
          then (select coalesce(nullif(name, ''), email) from account where id = split_part(part, '/', 2)::bigint)
      end, part), chr(31) order by place)
  from regexp_split_to_table(subject, ' ') with ordinality as parts (part, place)
$$;
revoke all on function named_subject(text) from public;

create or replace function organisation_journal(organisation bigint, most integer)
returns table (at timestamptz, actor text, action text, subject text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select e.at, coalesce(nullif(a.name, ''), a.email, e.actor), e.action,
    coalesce(named_subject(nullif(regexp_replace(e.subject, '^organisation/\d+ ?', ''), '')), '')
  from audit_event e left join account a on e.actor = 'compte/' || a.id
  where (e.subject = 'organisation/' || organisation or e.subject like 'organisation/' || organisation || ' %')
    and (acts_for(organisation) or operates('administrator', 'auditor'))
  order by e.id desc limit most
$$;

create or replace function whole_journal(most integer)
returns table (at timestamptz, actor text, action text, subject text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select e.at, coalesce(nullif(a.name, ''), a.email, e.actor), e.action, coalesce(named_subject(e.subject), '')
  from audit_event e left join account a on e.actor = 'compte/' || a.id
  where operates('administrator', 'auditor') order by e.id desc limit most
$$;
