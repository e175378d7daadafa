-- What became of each programme, noted when the facts that ship with the product change.
create table programme_change (
  id bigint generated always as identity primary key,
  programme text not null,
  kind text not null check (kind in ('known', 'new', 'changed', 'closing')),
  fingerprint text not null,
  noted_at timestamptz not null default now(),
  unique (programme, kind, fingerprint)
);
alter table programme_change enable row level security;
create policy read_by_all on programme_change for select to courant_app using (true);
create policy noted_by_the_task on programme_change for insert to courant_app with check (acting_task('alerts'));
grant select, insert on programme_change to courant_app;

-- A search somebody wants to be told about: asked for, confirmed from the address itself, left in one click.
create table funding_alert (
  confirm_hash bytea primary key check (octet_length(confirm_hash) = 32),
  leave_hash bytea not null unique check (octet_length(leave_hash) = 32),
  email text not null check (email = lower(email)),
  state text not null,
  object text not null,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  wording text not null,
  language text not null,
  asked_at timestamptz not null default now(),
  asked_from_hash bytea not null,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  last_change_id bigint not null default 0,
  last_sent_at timestamptz
);
create index funding_alert_email on funding_alert (email);
create index funding_alert_origin on funding_alert (asked_from_hash, asked_at);
alter table funding_alert enable row level security;
create policy holder_of_a_link on funding_alert to courant_app
  using (holds_link(confirm_hash) or holds_link(leave_hash))
  with check (holds_link(confirm_hash) or holds_link(leave_hash));
create policy the_task_that_tells on funding_alert to courant_app
  using (acting_task('alerts')) with check (acting_task('alerts'));
grant select, update (confirmed_at, withdrawn_at, last_change_id, last_sent_at, leave_hash) on funding_alert to courant_app;

create function ask_for_funding_alert(
  confirm bytea, leave bytea, address text, wanted_state text, wanted_object text, how_often text, shown text,
  spoken text, origin bytea)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('courant.funding-alert.' || address));
  if exists (select from funding_alert where email = address and state = wanted_state and object = wanted_object
      and confirmed_at is not null and withdrawn_at is null)
    or (select count(*) from funding_alert where email = address and asked_at > now() - interval '1 day') >= 5
    or (select count(*) from funding_alert where asked_from_hash = origin and asked_at > now() - interval '1 hour') >= 20
  then
    return false;
  end if;
  insert into funding_alert (confirm_hash, leave_hash, email, state, object, rhythm, wording, language, asked_from_hash,
    last_change_id)
  values (confirm, leave, address, wanted_state, wanted_object, how_often, shown, spoken, origin,
    (select coalesce(max(id), 0) from programme_change));
  return true;
end
$$;
revoke all on function ask_for_funding_alert(bytea, bytea, text, text, text, text, text, text, bytea) from public;
grant execute on function ask_for_funding_alert(bytea, bytea, text, text, text, text, text, text, bytea) to courant_app;

create function forget_unconfirmed_funding_alerts()
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with forgotten as (
    delete from funding_alert where confirmed_at is null and asked_at < now() - interval '30 days' returning 1)
  select count(*) from forgotten
$$;
revoke all on function forget_unconfirmed_funding_alerts() from public;
grant execute on function forget_unconfirmed_funding_alerts() to courant_app;

-- Issues of the newsletter. Each letter has a link of its own to leave by, of which we keep the hash.
create table newsletter_issue (
  id bigint generated always as identity primary key,
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
  body text not null,
  state text not null default 'draft' check (state in ('draft', 'sending', 'sent', 'stopped')),
  written_by bigint references account on delete set null,
  written_at timestamptz not null default now(),
  begun_at timestamptz
);
create table newsletter_delivery (
  issue_id bigint not null references newsletter_issue,
  confirm_hash bytea not null,
  leave_hash bytea not null unique check (octet_length(leave_hash) = 32),
  at timestamptz not null default now(),
  primary key (issue_id, confirm_hash)
);
alter table newsletter_consent add column bounced_at timestamptz;

alter table newsletter_issue enable row level security;
create policy editors on newsletter_issue to courant_app
  using (operates('administrator', 'editor')) with check (operates('administrator', 'editor'));
create policy the_task_that_sends on newsletter_issue to courant_app
  using (acting_task('newsletter')) with check (acting_task('newsletter'));
grant select, insert, update (subject, body, state, begun_at) on newsletter_issue to courant_app;

alter table newsletter_delivery enable row level security;
create policy the_task_that_sends on newsletter_delivery to courant_app
  using (acting_task('newsletter')) with check (acting_task('newsletter'));
grant select, insert on newsletter_delivery to courant_app;

create policy the_task_that_sends on newsletter_consent for select to courant_app using (acting_task('newsletter'));

-- How far an issue has gone, for who sends it: numbers, never addresses.
create function newsletter_progress(issue bigint)
returns table (sent bigint, subscribers bigint, bounced bigint)
language sql stable security definer set search_path = courant, pg_temp as $$
  select (select count(*) from newsletter_delivery where issue_id = issue),
    (select count(distinct email) from newsletter_consent
      where confirmed_at is not null and withdrawn_at is null and bounced_at is null),
    (select count(*) from newsletter_consent where bounced_at is not null)
  where operates('administrator', 'editor')
$$;

-- Ends every consent of the address that a link of a letter belongs to; whether there is such a link.
create function leave_newsletter_by_letter(link bytea, really boolean)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  address text;
begin
  select c.email into address from newsletter_delivery d join newsletter_consent c on c.confirm_hash = d.confirm_hash
  where d.leave_hash = link;
  if address is null then
    return false;
  end if;
  if really then
    update newsletter_consent set withdrawn_at = now() where email = address and withdrawn_at is null;
  end if;
  return true;
end
$$;

-- An address that takes no letters is written to no more.
create function newsletter_bounced(address text)
returns void language sql security definer set search_path = courant, pg_temp as $$
  update newsletter_consent set bounced_at = now() where email = lower(address) and bounced_at is null
$$;
revoke all on function newsletter_progress(bigint), leave_newsletter_by_letter(bytea, boolean), newsletter_bounced(text)
  from public;
grant execute on function newsletter_progress(bigint), leave_newsletter_by_letter(bytea, boolean), newsletter_bounced(text)
  to courant_app;

-- What people write to the team; read by the team alone, forgotten a year after it was dealt with.
create table contact_message (
  id bigint generated always as identity primary key,
  name text not null check (name !~ '[[:cntrl:]]'),
  email text not null check (email !~ '[[:cntrl:][:space:]]'),
  text text not null,
  origin_hash bytea not null,
  written_at timestamptz not null default now(),
  handled_at timestamptz
);
create index contact_message_origin on contact_message (origin_hash, written_at);
alter table contact_message enable row level security;
create policy the_team on contact_message to courant_app
  using (operates('administrator', 'editor', 'adviser', 'group-manager'))
  with check (operates('administrator', 'editor', 'adviser', 'group-manager'));
grant select, update (handled_at) on contact_message to courant_app;

create function write_to_the_team(who text, address text, words text, origin bytea)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  delete from contact_message where handled_at < now() - interval '1 year';
  if (select count(*) from contact_message where origin_hash = origin and written_at > now() - interval '1 hour') >= 5 then
    return false;
  end if;
  insert into contact_message (name, email, text, origin_hash) values (who, address, words, origin);
  return true;
end
$$;

-- The outbox as the team may see it: who, never what. A failed letter is tried again when asked.
create function outbox_overview(most integer)
returns table (id bigint, recipient text, subject text, created_at timestamptz, sent_at timestamptz, attempts integer,
  last_error text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select id, recipient, subject, created_at, sent_at, attempts, last_error from mail
  where operates('administrator', 'auditor') order by sent_at is null desc, id desc limit most
$$;
create function retry_letter(letter bigint)
returns boolean language sql security definer set search_path = courant, pg_temp as $$
  with again as (
    update mail set attempts = 0, next_attempt_at = now() where id = letter and sent_at is null
      and operates('administrator') returning 1)
  select exists (select from again)
$$;
revoke all on function write_to_the_team(text, text, text, bytea), outbox_overview(integer), retry_letter(bigint) from public;
grant execute on function write_to_the_team(text, text, text, bytea), outbox_overview(integer), retry_letter(bigint)
  to courant_app;
