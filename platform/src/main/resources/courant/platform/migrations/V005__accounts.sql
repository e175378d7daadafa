-- People, the organisations they act for, and with which role. Who acts is named to each transaction as courant.account.
create table account (
  id bigint generated always as identity primary key,
  email text not null unique check (email = lower(email) and email !~ '[[:cntrl:][:space:]]'),
  name text not null default '' check (name !~ '[[:cntrl:]]'),
  password_hash text,
  created_at timestamptz not null default now(),
  demonstration boolean not null default false
);

create table organisation (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('municipality', 'mrc', 'union', 'partner', 'supplier', 'expert', 'operator')),
  name text not null check (name <> '' and name !~ '[[:cntrl:]]'),
  municipality_code text unique check ((municipality_code is not null) = (kind = 'municipality')),
  english boolean not null default false,
  created_at timestamptz not null default now(),
  demonstration boolean not null default false
);
create unique index one_operator on organisation (kind) where kind = 'operator';
insert into organisation (kind, name) values ('operator', 'Équipe de Courant');

create table membership (
  account_id bigint not null references account on delete cascade,
  organisation_id bigint not null references organisation on delete cascade,
  role text not null check (role in ('fleet', 'purchasing', 'treasury', 'environment', 'clerk', 'council-reader', 'editor',
    'adviser', 'group-manager', 'auditor', 'administrator')),
  since timestamptz not null default now(),
  primary key (account_id, organisation_id, role)
);
create index membership_organisation on membership (organisation_id);

-- A town lets another organisation act for it: its advisers then act there as advisers, until it ends or is revoked.
create table mandate (
  id bigint generated always as identity primary key,
  town_id bigint not null references organisation on delete cascade,
  holder_id bigint not null references organisation on delete cascade check (holder_id <> town_id),
  given_by bigint references account on delete set null,
  given_at timestamptz not null default now(),
  ends_on date not null,
  revoked_at timestamptz,
  revoked_by bigint references account on delete set null
);
create index mandate_town on mandate (town_id);
create index mandate_holder on mandate (holder_id);

create table session (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  account_id bigint not null references account on delete cascade,
  organisation_id bigint references organisation on delete set null,
  device text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on session (account_id);

create table sign_in_link (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  email text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- How often somebody tried to sign in, by address and by place; hashes only, forgotten after a day.
create table sign_in_attempt (
  email_hash bytea not null,
  origin_hash bytea not null,
  kind text not null check (kind in ('link', 'password', 'code')),
  at timestamptz not null default now()
);
create index sign_in_attempt_email on sign_in_attempt (email_hash, at);
create index sign_in_attempt_origin on sign_in_attempt (origin_hash, at);

create table invitation (
  link_hash bytea primary key check (octet_length(link_hash) = 32),
  organisation_id bigint not null references organisation on delete cascade,
  email text not null check (email = lower(email)),
  role text not null,
  invited_by bigint references account on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitation_organisation on invitation (organisation_id);

-- The first person of an organisation asks to act for it, and proves it.
create table claim (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  municipality_code text not null,
  method text not null check (method in ('published-email', 'published-postal', 'domain', 'administrator')),
  role text not null,
  contact text not null default '',
  code_hash bytea,
  attempts integer not null default 0,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'expired')),
  reason text not null default '',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  posted_at timestamptz,
  decided_at timestamptz
);
create unique index one_open_claim on claim (account_id, municipality_code) where state = 'asked';

-- How a town is publicly reached, with where that was read: what a proof may be sent to.
create table municipality_contact (
  municipality_code text primary key,
  email text not null default '' check (email !~ '[[:cntrl:][:space:]]'),
  domain text not null default '',
  postal_address text not null default '',
  source text not null,
  read_on date not null,
  demonstration boolean not null default false
);

create function acting_account() returns bigint language sql stable as $$
  select nullif(current_setting('courant.account', true), '')::bigint
$$;

create function acting_task(task text) returns boolean language sql stable as $$
  select coalesce(current_setting('courant.task', true) = task, false)
$$;

create function holds_link(hash bytea) returns boolean language sql stable as $$
  select coalesce(hash = decode(current_setting('courant.link_hash', true), 'hex'), false)
$$;

-- Whether who acts is of the organisation, or holds a mandate of it that runs.
create function acts_for(organisation bigint)
returns boolean language sql stable security definer set search_path = courant, pg_temp as $$
  select exists (select from membership where account_id = acting_account() and organisation_id = organisation)
    or exists (select from mandate m join membership s on s.organisation_id = m.holder_id
         where m.town_id = organisation and s.account_id = acting_account() and s.role in ('adviser', 'administrator')
           and m.revoked_at is null and m.ends_on >= current_date)
$$;

create function manages(organisation bigint)
returns boolean language sql stable security definer set search_path = courant, pg_temp as $$
  select exists (select from membership
    where account_id = acting_account() and organisation_id = organisation and role in ('administrator', 'clerk'))
$$;

-- Whether who acts is of the team that runs this instance, with one of these roles.
create function operates(variadic roles text[])
returns boolean language sql stable security definer set search_path = courant, pg_temp as $$
  select exists (select from membership s join organisation o on o.id = s.organisation_id
    where s.account_id = acting_account() and o.kind = 'operator' and s.role = any (roles))
$$;

create function is_colleague(other bigint)
returns boolean language sql stable security definer set search_path = courant, pg_temp as $$
  select exists (select from membership mine join membership theirs using (organisation_id)
    where mine.account_id = acting_account() and theirs.account_id = other)
$$;

alter table account enable row level security;
create policy oneself on account to courant_app
  using (id = acting_account()) with check (id = acting_account());
create policy colleagues on account for select to courant_app using (is_colleague(id));
create policy the_team_that_runs_it on account for select to courant_app using (operates('administrator', 'auditor'));
create policy signing_in on account to courant_app
  using (acting_task('sign-in')) with check (acting_task('sign-in'));
grant select, insert, update (name, password_hash) on account to courant_app;

alter table organisation enable row level security;
create policy known_to_all on organisation for select to courant_app using (true);
create policy made_by_the_team on organisation for insert to courant_app
  with check (operates('administrator') or acting_task('approval'));
create policy changed_by_the_team on organisation for update to courant_app
  using (operates('administrator')) with check (operates('administrator'));
grant select, insert, update (name, english) on organisation to courant_app;

alter table membership enable row level security;
create policy seen_inside on membership for select to courant_app
  using (account_id = acting_account() or acts_for(organisation_id) or operates('administrator', 'auditor')
    or acting_task('approval'));
create policy given_by_who_manages on membership for insert to courant_app
  with check (manages(organisation_id) or operates('administrator') or acting_task('approval'));
create policy taken_by_who_manages on membership for delete to courant_app
  using (manages(organisation_id) or operates('administrator') or account_id = acting_account());
grant select, insert, delete on membership to courant_app;

alter table mandate enable row level security;
create policy seen_by_both on mandate for select to courant_app
  using (acts_for(town_id) or acts_for(holder_id) or operates('administrator', 'auditor'));
create policy given_by_the_town on mandate for insert to courant_app with check (manages(town_id));
create policy ended_by_either on mandate for update to courant_app
  using (manages(town_id) or manages(holder_id)) with check (manages(town_id) or manages(holder_id));
grant select, insert, update (revoked_at, revoked_by) on mandate to courant_app;

alter table session enable row level security;
create policy the_browser_that_holds_it on session to courant_app
  using (holds_link(link_hash)) with check (holds_link(link_hash));
create policy oneself on session to courant_app
  using (account_id = acting_account()) with check (account_id = acting_account());
grant select, insert, delete, update (seen_at, organisation_id) on session to courant_app;

alter table sign_in_link enable row level security;
create policy who_holds_it on sign_in_link to courant_app
  using (holds_link(link_hash)) with check (holds_link(link_hash));
grant select, insert, update (used_at) on sign_in_link to courant_app;

-- Nobody reads attempts; they are counted by the function below.
alter table sign_in_attempt enable row level security;

alter table invitation enable row level security;
create policy who_holds_it on invitation to courant_app
  using (holds_link(link_hash)) with check (holds_link(link_hash));
create policy who_manages on invitation to courant_app
  using (manages(organisation_id) or operates('administrator'))
  with check (manages(organisation_id) or operates('administrator'));
grant select, insert, update (accepted_at, revoked_at) on invitation to courant_app;

alter table claim enable row level security;
create policy oneself on claim to courant_app
  using (account_id = acting_account()) with check (account_id = acting_account());
create policy the_team_that_runs_it on claim to courant_app
  using (operates('administrator')) with check (operates('administrator'));
grant select, insert, update (code_hash, attempts, state, reason, posted_at, decided_at) on claim to courant_app;

alter table municipality_contact enable row level security;
create policy to_prove_who_one_is on municipality_contact for select to courant_app
  using (acting_account() is not null);
create policy kept_by_the_team on municipality_contact to courant_app
  using (operates('administrator')) with check (operates('administrator'));
grant select, insert, update on municipality_contact to courant_app;

-- Counts a try and says whether it may go on: 5 links or 10 wrong passwords or codes an hour for one address, 40 of all
-- from one place.
create function try_to_sign_in(address bytea, origin bytea, how text)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
declare
  most integer := case how when 'link' then 5 else 10 end;
begin
  perform pg_advisory_xact_lock(hashtext('courant.sign-in'));
  delete from sign_in_attempt where at < now() - interval '1 day';
  if (select count(*) from sign_in_attempt where email_hash = address and kind = how and at > now() - interval '1 hour') >= most
    or (select count(*) from sign_in_attempt where origin_hash = origin and at > now() - interval '1 hour') >= 40
  then
    return false;
  end if;
  insert into sign_in_attempt (email_hash, origin_hash, kind) values (address, origin, how);
  return true;
end
$$;

-- The person of a session that still runs; notes, every few minutes, that it was used.
create function session_person(hash bytea)
returns table (account_id bigint, email text, name text, organisation_id bigint)
language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  update session s set seen_at = now() where s.link_hash = hash and s.seen_at < now() - interval '5 minutes';
  return query select a.id, a.email, a.name, s.organisation_id
    from session s join account a on a.id = s.account_id where s.link_hash = hash and s.expires_at > now();
end
$$;

create function forget_ended_sessions()
returns bigint language sql security definer set search_path = courant, pg_temp as $$
  with links as (delete from sign_in_link where expires_at < now() - interval '1 day'),
    late as (update claim set state = 'expired', code_hash = null, decided_at = now()
      where state = 'asked' and expires_at < now()),
    ended as (delete from session where expires_at <= now() returning 1)
  select count(*) from ended
$$;

-- What happened in an organisation, for who may read it there. Events tell of it by a subject that begins with its number.
create function organisation_journal(organisation bigint, most integer)
returns table (at timestamptz, actor text, action text, subject text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select e.at, coalesce(nullif(a.name, ''), a.email, e.actor), e.action, e.subject
  from audit_event e left join account a on e.actor = 'compte/' || a.id
  where (e.subject = 'organisation/' || organisation or e.subject like 'organisation/' || organisation || ' %')
    and (acts_for(organisation) or operates('administrator', 'auditor'))
  order by e.id desc limit most
$$;

create function whole_journal(most integer)
returns table (at timestamptz, actor text, action text, subject text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select e.at, coalesce(nullif(a.name, ''), a.email, e.actor), e.action, e.subject
  from audit_event e left join account a on e.actor = 'compte/' || a.id
  where operates('administrator', 'auditor') order by e.id desc limit most
$$;
create index audit_event_subject on audit_event (subject text_pattern_ops, id);

revoke all on function try_to_sign_in(bytea, bytea, text), session_person(bytea), forget_ended_sessions(),
  organisation_journal(bigint, integer), whole_journal(integer), acts_for(bigint), manages(bigint), operates(text[]),
  is_colleague(bigint) from public;
grant execute on function try_to_sign_in(bytea, bytea, text), session_person(bytea), forget_ended_sessions(),
  organisation_journal(bigint, integer), whole_journal(integer), acts_for(bigint), manages(bigint), operates(text[]),
  is_colleague(bigint) to courant_app;

-- Whether somebody acts for a municipality already: then a colleague invites, and no code is sent.
create function has_team(code text)
returns boolean language sql stable security definer set search_path = courant, pg_temp as $$
  select exists (select from membership s join organisation o on o.id = s.organisation_id where o.municipality_code = code)
$$;
revoke all on function has_team(text) from public;
grant execute on function has_team(text) to courant_app;
