-- A town that commits again keeps what it published before: the commitment it withdrew, and its reports.
create view public_earlier_commitment as
  select o.municipality_code, c.session_date, c.resolution_number, c.withdrawn_on
  from commitment c join organisation o on o.id = c.organisation_id
  where o.municipality_code is not null and c.published_at is not null and c.state = 'withdrawn'
    and exists (select from commitment later where later.organisation_id = c.organisation_id
      and later.published_at is not null and later.id > c.id);
grant select on public_earlier_commitment to courant_app;

create or replace view public_progress as
  select p.commitment_id, p.reported_on, p.vehicles, p.electric, p.plan_adopted_on, p.text, p.corrected_on,
    p.organisation_id
  from progress_report p join commitment c on c.id = p.commitment_id
  where c.published_at is not null and c.state in ('published', 'withdrawn') and p.withheld_on is null;
