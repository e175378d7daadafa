-- A town corrects what it published of its year; the team that runs this instance withholds a report from the public until
-- its town has corrected it.
alter table progress_report
  add column corrected_on date,
  add column corrected_by bigint references account on delete set null,
  add column withheld_on date,
  add column withheld_reason text not null default '' check (withheld_reason !~ '[[:cntrl:]]'),
  add column withheld_by bigint references account on delete set null,
  add column version integer not null default 0;

-- What a report was before each of its changes. The database alone writes it, and nobody changes it.
create table progress_report_history (
  report_id bigint not null references progress_report on delete cascade,
  version integer not null,
  vehicles integer,
  electric integer,
  plan_adopted_on date,
  text text not null,
  corrected_on date,
  corrected_by bigint references account on delete set null,
  withheld_on date,
  withheld_reason text not null,
  withheld_by bigint references account on delete set null,
  replaced_at timestamptz not null default now(),
  primary key (report_id, version)
);
alter table progress_report_history enable row level security;

-- Other words publish again what was withheld; the same words do not.
create function keep_report_as_it_was()
returns trigger language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  insert into progress_report_history (report_id, version, vehicles, electric, plan_adopted_on, text, corrected_on,
    corrected_by, withheld_on, withheld_reason, withheld_by)
  values (old.id, old.version, old.vehicles, old.electric, old.plan_adopted_on, old.text, old.corrected_on,
    old.corrected_by, old.withheld_on, old.withheld_reason, old.withheld_by);
  new.version := old.version + 1;
  if (new.vehicles, new.electric, new.plan_adopted_on, new.text)
      is distinct from (old.vehicles, old.electric, old.plan_adopted_on, old.text) then
    new.withheld_on := null;
    new.withheld_reason := '';
    new.withheld_by := null;
  end if;
  return new;
end
$$;
revoke all on function keep_report_as_it_was() from public;
create trigger keep_report_as_it_was
  before update of vehicles, electric, plan_adopted_on, text, withheld_on on progress_report
  for each row execute function keep_report_as_it_was();

grant update (vehicles, electric, plan_adopted_on, text, corrected_on, corrected_by) on progress_report to courant_app;
create policy who_reviews on progress_report for select to courant_app
  using (operates('administrator', 'group-manager', 'adviser'));

-- Who reviews withholds, and changes no word.
create function withhold_report(report bigint, seen integer, today date, reason text)
returns boolean language sql security definer set search_path = courant, pg_temp as $$
  with withheld as (
    update progress_report set withheld_on = today, withheld_reason = reason, withheld_by = acting_account()
    where id = report and version = seen and withheld_on is null
      and operates('administrator', 'group-manager', 'adviser')
    returning 1)
  select exists (select from withheld)
$$;
revoke all on function withhold_report(bigint, integer, date, text) from public;
grant execute on function withhold_report(bigint, integer, date, text) to courant_app;

create or replace view public_progress as
  select p.commitment_id, p.reported_on, p.vehicles, p.electric, p.plan_adopted_on, p.text, p.corrected_on
  from progress_report p join public_commitment c on c.commitment_id = p.commitment_id
  where p.withheld_on is null;
