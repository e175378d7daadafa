-- What councils decide: drafts, resolutions under review, published, renewed each year, withdrawn. A refusal of a council is
-- kept for the town alone.
create table commitment (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation on delete cascade,
  declaration_version text not null,
  state text not null check (state in ('draft', 'submitted', 'published', 'withdrawn', 'refused')),
  declared_by bigint references account on delete set null,
  declared_at timestamptz not null default now(),
  session_date date,
  resolution_number text not null default '' check (resolution_number !~ '[[:cntrl:]]'),
  file_name text not null default '' check (file_name !~ '[[:cntrl:]]'),
  file_type text not null default '',
  file bytea,
  submitted_at timestamptz,
  review_note text not null default '',
  reviewed_by bigint references account on delete set null,
  published_at timestamptz,
  renewed_until date,
  withdrawn_on date,
  withdrawal_number text not null default '',
  reminded_for date,
  version integer not null default 0
);
create unique index one_running_commitment on commitment (organisation_id) where state in ('draft', 'submitted', 'published');
create index commitment_state on commitment (state);

-- What a town says of a year: the evidence that renews its commitment.
create table progress_report (
  id bigint generated always as identity primary key,
  commitment_id bigint not null references commitment on delete cascade,
  organisation_id bigint not null references organisation on delete cascade,
  reported_on date not null,
  vehicles integer check (vehicles >= 0),
  electric integer check (electric >= 0 and electric <= vehicles),
  plan_adopted_on date,
  text text not null default '',
  reported_by bigint references account on delete set null
);
create index progress_report_commitment on progress_report (commitment_id, reported_on);

-- Municipalities that a committed MRC covers.
create table coverage (
  organisation_id bigint not null references organisation on delete cascade,
  municipality_code text not null,
  since date not null,
  ended_on date,
  primary key (organisation_id, municipality_code)
);

alter table commitment enable row level security;
create policy the_town_and_whom_it_mandates on commitment to courant_app
  using (acts_for(organisation_id)) with check (acts_for(organisation_id));
create policy who_reviews on commitment for select to courant_app
  using (operates('administrator', 'group-manager', 'adviser') and state <> 'refused');
create policy reviewed on commitment for update to courant_app
  using (operates('administrator', 'group-manager', 'adviser') and state in ('submitted', 'published'))
  with check (operates('administrator', 'group-manager', 'adviser') and state in ('draft', 'published'));
grant select, insert, update on commitment to courant_app;

alter table progress_report enable row level security;
create policy the_town_and_whom_it_mandates on progress_report to courant_app
  using (acts_for(organisation_id)) with check (acts_for(organisation_id));
grant select, insert on progress_report to courant_app;

alter table coverage enable row level security;
create policy the_mrc on coverage to courant_app using (acts_for(organisation_id)) with check (acts_for(organisation_id));
grant select, insert, update, delete on coverage to courant_app;

-- What everybody may see: published and withdrawn commitments, never drafts, refusals, people or notes of reviewers.
create view public_commitment as
  select o.municipality_code, o.name, o.kind, o.demonstration, c.id as commitment_id, c.state, c.declaration_version,
    c.session_date, c.resolution_number, c.file is not null as has_file, c.published_at, c.renewed_until, c.withdrawn_on
  from commitment c join organisation o on o.id = c.organisation_id
  where c.published_at is not null and c.state in ('published', 'withdrawn')
    and not exists (select from commitment later where later.organisation_id = c.organisation_id
      and later.published_at is not null and later.id > c.id);

create view public_progress as
  select p.commitment_id, p.reported_on, p.vehicles, p.electric, p.plan_adopted_on, p.text
  from progress_report p join public_commitment c on c.commitment_id = p.commitment_id;

create view public_coverage as
  select v.municipality_code, v.since, o.name, o.demonstration
  from coverage v join organisation o on o.id = v.organisation_id
  where v.ended_on is null and exists (
    select from commitment c where c.organisation_id = v.organisation_id and c.state = 'published');
grant select on public_commitment, public_progress, public_coverage to courant_app;

create function public_resolution(code text)
returns table (file_name text, file_type text, file bytea)
language sql stable security definer set search_path = courant, pg_temp as $$
  select c.file_name, c.file_type, c.file from commitment c join organisation o on o.id = c.organisation_id
  where o.municipality_code = code and c.state in ('published', 'withdrawn') and c.file is not null
  order by c.id desc limit 1
$$;

-- Renewals that come due, each told once to those who manage the team.
create function commitments_to_remind(today date)
returns table (organisation text, email text, renewed_until date)
language sql security definer set search_path = courant, pg_temp as $$
  with due as (
    update commitment c set reminded_for = c.renewed_until
    where c.state = 'published' and c.renewed_until <= today + 30 and c.reminded_for is distinct from c.renewed_until
    returning c.organisation_id, c.renewed_until)
  select distinct o.name, a.email, d.renewed_until from due d
  join organisation o on o.id = d.organisation_id
  join membership m on m.organisation_id = o.id and m.role in ('administrator', 'clerk')
  join account a on a.id = m.account_id
$$;
revoke all on function public_resolution(text), commitments_to_remind(date) from public;
grant execute on function public_resolution(text), commitments_to_remind(date) to courant_app;
