-- An MRC covers municipalities of its own territory: those that bear its name in the directory. The team that runs this
-- instance says which name is that of an organisation, and no two organisations share one.
alter table organisation add column mrc text not null default '' check (mrc = '' or kind = 'mrc');
create unique index one_organisation_of_an_mrc on organisation (mrc) where mrc <> '';
grant update (mrc) on organisation to courant_app;
update organisation set mrc = 'MRC Les Trois-Versants (fictive)'
  where kind = 'mrc' and demonstration and name = 'MRC des Trois-Versants (fictive)';

-- The team of a town is told by the MRC that covers it, or has covered it.
create or replace function addresses_to_tell(organisation bigint)
returns setof text language sql stable security definer set search_path = courant, pg_temp as $$
  select distinct a.email from membership m
  join account a on a.id = m.account_id join organisation o on o.id = m.organisation_id
  where m.organisation_id = organisation
    and (m.role in ('administrator', 'clerk') or m.role = 'adviser' and o.kind <> 'municipality')
    and (acts_for(organisation) or operates('administrator', 'group-manager', 'adviser')
      or exists (select from mandate d where d.holder_id = organisation and manages(d.town_id)
        or d.town_id = organisation and manages(d.holder_id))
      or exists (select from coverage v
        where v.municipality_code = o.municipality_code and acts_for(v.organisation_id)))
$$;

-- Who asks to act for a town says who they are: for who judges the request, and for the town that is written to.
alter table claim add column person text not null default '' check (person !~ '[[:cntrl:]]'),
  add column position text not null default '' check (position !~ '[[:cntrl:]]');
