-- What editors wrote over the texts that come with the product: every version is kept, none is changed.
create table text_version (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('pages', 'chantiers', 'actualites', 'ressources', 'videos')),
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  language text not null check (language in ('fr', 'en')),
  source text not null,
  written_by bigint references account on delete set null,
  written_at timestamptz not null default now(),
  preview_hash bytea unique
);
create index text_version_of on text_version (kind, slug, language, id);

create table text_state (
  kind text not null,
  slug text not null,
  language text not null,
  draft_id bigint references text_version,
  published_id bigint references text_version,
  publish_at timestamptz,
  removed_at timestamptz,
  primary key (kind, slug, language)
);

create table media (
  id bigint generated always as identity primary key,
  name text not null check (name ~ '^[a-z0-9-]{1,60}$'),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/svg+xml')),
  alternative_fr text not null check (alternative_fr <> ''),
  alternative_en text not null default '',
  width integer not null,
  height integer not null,
  added_by bigint references account on delete set null,
  added_at timestamptz not null default now()
);

-- The same picture in several widths, made anew by us.
create table media_size (
  media_id bigint not null references media on delete cascade,
  width integer not null,
  content bytea not null,
  primary key (media_id, width)
);

alter table text_version enable row level security;
create policy published on text_version for select to courant_app
  using (exists (select from text_state s where s.published_id = text_version.id));
create policy previewed on text_version for select to courant_app using (holds_link(preview_hash));
create policy editors on text_version to courant_app
  using (operates('administrator', 'editor')) with check (operates('administrator', 'editor'));
grant select, insert, update (preview_hash) on text_version to courant_app;

alter table text_state enable row level security;
create policy read_by_all on text_state for select to courant_app using (true);
create policy editors on text_state to courant_app
  using (operates('administrator', 'editor')) with check (operates('administrator', 'editor'));
grant select, insert, update on text_state to courant_app;

alter table media enable row level security;
create policy read_by_all on media for select to courant_app using (true);
create policy editors on media to courant_app
  using (operates('administrator', 'editor')) with check (operates('administrator', 'editor'));
grant select, insert, update (alternative_fr, alternative_en), delete on media to courant_app;

alter table media_size enable row level security;
create policy read_by_all on media_size for select to courant_app using (true);
create policy editors on media_size to courant_app
  using (operates('administrator', 'editor')) with check (operates('administrator', 'editor'));
grant select, insert, delete on media_size to courant_app;

-- Publishes what was scheduled and whose time has come.
create function publish_due_texts()
returns integer language sql security definer set search_path = courant, pg_temp as $$
  with published as (
    update text_state set published_id = draft_id, publish_at = null, removed_at = null
    where publish_at <= now() and draft_id is not null returning 1)
  select count(*)::integer from published
$$;
revoke all on function publish_due_texts() from public;
grant execute on function publish_due_texts() to courant_app;
