-- The application signs in as the owner and works under this role, which owns nothing and which row-level security binds.
do $$
begin
  if not exists (select from pg_roles where rolname = 'courant_app') then
    create role courant_app nologin nosuperuser nobypassrls;
  end if;
  execute format('grant courant_app to %I with set true', current_user);
end
$$;
grant usage on schema courant to courant_app;

-- Every change, in order. Each event carries the hash of the one before it: an event altered or removed breaks the chain.
create table audit_event (
  id bigint primary key,
  at timestamptz not null,
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  subject text not null,
  hash bytea not null unique check (octet_length(hash) = 32)
);
alter table audit_event enable row level security;

-- What the hash of an event covers; lengths keep two different events from reading the same.
create function audit_event_hash(previous bytea, id bigint, at timestamptz, actor text, action text, subject text)
returns bytea language sql immutable as $$
  select sha256(previous || convert_to(
    id || '|' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
    || '|' || length(actor) || '|' || actor
    || '|' || length(action) || '|' || action
    || '|' || length(subject) || '|' || subject, 'UTF8'))
$$;

-- The only way in for the application: it can neither read the trail nor change it. One event at a time.
create function append_audit_event(actor text, action text, subject text)
returns bigint language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  last_event audit_event;
  new_id bigint;
  now_at timestamptz := clock_timestamp();
begin
  perform pg_advisory_xact_lock(hashtext('courant.audit_event'));
  select * into last_event from audit_event order by id desc limit 1;
  new_id := coalesce(last_event.id, 0) + 1;
  insert into audit_event values (new_id, now_at, actor, action, subject,
    audit_event_hash(coalesce(last_event.hash, sha256('')), new_id, now_at, actor, action, subject));
  return new_id;
end
$$;
revoke all on function append_audit_event(text, text, text) from public;
grant execute on function append_audit_event(text, text, text) to courant_app;
