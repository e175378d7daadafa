-- Programmes as editors enter or correct them, over the facts that ship: each row is a version, none is ever changed or
-- deleted. The last version of a programme is the one that stands. What a programme became is public, who wrote it is not.
create table programme_version (
  id bigint generated always as identity primary key,
  programme text not null check (programme ~ '^[a-z0-9-]{3,60}$'),
  name_fr text not null check (name_fr <> '' and name_fr !~ '[[:cntrl:]]'),
  name_en text not null check (name_en <> '' and name_en !~ '[[:cntrl:]]'),
  funder text not null check (funder <> '' and funder !~ '[[:cntrl:]]'),
  price_cap_cents bigint check (price_cap_cents >= 0),
  building_year_cap_cents bigint check (building_year_cap_cents >= 0),
  stacking_share double precision check (stacking_share > 0 and stacking_share <= 1),
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  state text not null check (state in ('confirmed', 'to-confirm', 'closed')),
  municipal_eligible boolean,
  source text not null check (source <> ''),
  source_date text not null,
  grade text not null check (grade in ('high', 'medium', 'low', 'belief')),
  note_fr text not null,
  note_en text not null,
  withdrawn boolean not null default false,
  written_at timestamptz not null default now(),
  check (state <> 'confirmed' or municipal_eligible is true)
);
create index programme_version_of on programme_version (programme, id);

create table programme_version_amount (
  version_id bigint not null references programme_version,
  position integer not null,
  object text not null
    check (object in ('electric-vehicle', 'plug-in-hybrid', 'used-electric-vehicle', 'charger', 'public-charger', 'study')),
  gvwr_min integer not null check (gvwr_min between 1 and 8),
  gvwr_max integer not null check (gvwr_max between gvwr_min and 8),
  year integer,
  rate double precision not null check (rate > 0 and rate <= 1),
  max_cents bigint not null check (max_cents >= 0),
  primary key (version_id, position)
);

-- Who wrote a version, and why it is not the programme it resembles: for editors alone.
create table programme_version_author (
  version_id bigint primary key references programme_version,
  written_by bigint references account on delete set null,
  resembling text not null default '',
  reason text not null default ''
);

alter table programme_version enable row level security;
create policy read_by_all on programme_version for select to courant_app using (true);
create policy editors on programme_version for insert to courant_app with check (operates('administrator', 'editor'));
grant select, insert on programme_version to courant_app;

alter table programme_version_amount enable row level security;
create policy read_by_all on programme_version_amount for select to courant_app using (true);
create policy editors on programme_version_amount for insert to courant_app
  with check (operates('administrator', 'editor'));
grant select, insert on programme_version_amount to courant_app;

alter table programme_version_author enable row level security;
create policy editors on programme_version_author to courant_app
  using (operates('administrator', 'editor')) with check (operates('administrator', 'editor'));
grant select, insert on programme_version_author to courant_app;

-- Names of who wrote the versions of a programme: editors do not see other people's accounts.
create function programme_authors(wanted text)
returns table (version_id bigint, author text)
language sql stable security definer set search_path = courant, pg_temp as $$
  select v.id, coalesce(nullif(a.name, ''), a.email, '') from programme_version v
  left join programme_version_author w on w.version_id = v.id left join account a on a.id = w.written_by
  where v.programme = wanted and operates('administrator', 'editor')
$$;
revoke all on function programme_authors(text) from public;
grant execute on function programme_authors(text) to courant_app;

-- A saved search keeps all its filters, as the query of the finder's address.
alter table funding_alert add column search text not null default '';
update funding_alert set search = concat_ws('&', case when state <> '' then 'etat=' || state end,
  case when object <> '' then 'objet=' || object end);
drop function ask_for_funding_alert(bytea, bytea, text, text, text, text, text, text, bytea);
alter table funding_alert drop column state, drop column object;

create function ask_for_funding_alert(
  confirm bytea, leave bytea, address text, wanted text, how_often text, shown text, spoken text, origin bytea)
returns boolean language plpgsql security definer set search_path = courant, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('courant.funding-alert.' || address));
  if exists (select from funding_alert where email = address and search = wanted
      and confirmed_at is not null and withdrawn_at is null)
    or (select count(*) from funding_alert where email = address and asked_at > now() - interval '1 day') >= 5
    or (select count(*) from funding_alert where asked_from_hash = origin and asked_at > now() - interval '1 hour') >= 20
  then
    return false;
  end if;
  insert into funding_alert (confirm_hash, leave_hash, email, search, rhythm, wording, language, asked_from_hash,
    last_change_id)
  values (confirm, leave, address, wanted, how_often, shown, spoken, origin,
    (select coalesce(max(id), 0) from programme_change));
  return true;
end
$$;
revoke all on function ask_for_funding_alert(bytea, bytea, text, text, text, text, text, bytea) from public;
grant execute on function ask_for_funding_alert(bytea, bytea, text, text, text, text, text, bytea) to courant_app;

-- What became of each address outside the site, the last time it was asked.
create table link_check (
  address text primary key check (address ~ '^https?://'),
  outcome text not null check (outcome in ('answers', 'moved', 'broken', 'guarded', 'unreachable', 'refused')),
  status integer,
  moved_to text not null default '',
  checked_at timestamptz not null,
  broken_since timestamptz
);
alter table link_check enable row level security;
create policy read_by_all on link_check for select to courant_app using (true);
create policy noted_by_the_task on link_check to courant_app
  using (acting_task('links')) with check (acting_task('links'));
grant select, insert, update, delete on link_check to courant_app;
