-- An analysis that a person asked us to keep, behind a link only that person has. We keep the hash of the link.
create table private_plan (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  municipality_code text not null,
  file_name text not null,
  question text not null,
  inventory bytea not null
);
create index private_plan_expiry on private_plan (expires_at);

-- Whoever does not hold the link sees no row, the application included.
alter table private_plan enable row level security;
create policy holder_of_the_link on private_plan to courant_app
  using (link_hash = decode(current_setting('courant.link_hash', true), 'hex'))
  with check (link_hash = decode(current_setting('courant.link_hash', true), 'hex'));
grant select, insert, delete on private_plan to courant_app;

-- The one thing done without the link: forgetting what has expired, and how many that were.
create function forget_expired_private_plans()
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with forgotten as (delete from private_plan where expires_at <= now() returning 1)
  select count(*) from forgotten
$$;
revoke all on function forget_expired_private_plans() from public;
grant execute on function forget_expired_private_plans() to courant_app;
