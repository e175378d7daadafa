-- A draft of the newsletter can be deleted; what was sent to anybody stays.
grant delete on newsletter_issue to courant_app;
create policy drafts_alone on newsletter_issue as restrictive for delete to courant_app using (state = 'draft');

-- How far an issue has gone. An address counts as refusing letters once, and no more when it has subscribed again.
create or replace function newsletter_progress(issue bigint)
returns table (sent bigint, subscribers bigint, bounced bigint)
language sql stable security definer set search_path = courant, pg_temp as $$
  with subscribed as (
      select distinct email from newsletter_consent
      where confirmed_at is not null and withdrawn_at is null and bounced_at is null),
    refusing as (
      select distinct email from newsletter_consent
      where confirmed_at is not null and withdrawn_at is null and bounced_at is not null
      except select email from subscribed)
  select (select count(*) from newsletter_delivery where issue_id = issue),
    (select count(*) from subscribed), (select count(*) from refusing)
  where operates('administrator', 'editor')
$$;

-- A request that nobody answered in time expires; the journal of its town says so.
create or replace function forget_ended_sessions()
returns bigint language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  late record;
  ended bigint;
begin
  delete from sign_in_link where expires_at < now() - interval '1 day';
  delete from sign_in_attempt where at < now() - interval '1 day';
  delete from passkey_challenge where expires_at <= now();
  delete from provider_request where expires_at <= now();
  for late in
    update claim c set state = 'expired', code_hash = null, decided_at = now()
    where c.state = 'asked' and c.expires_at < now()
    returning coalesce('organisation/' || (select o.id from organisation o where o.municipality_code = c.municipality_code),
        'municipalite/' || c.municipality_code)
      || ' compte/' || c.account_id || ' ' || c.role || ' rattachement/' || c.id as subject
  loop
    perform append_audit_event('courant', 'claim.expired', late.subject);
  end loop;
  delete from session where expires_at <= now();
  get diagnostics ended = row_count;
  return ended;
end
$$;
