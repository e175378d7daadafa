-- A publication to come is that of one version, whatever is drafted after it.
alter table text_state add column scheduled_id bigint references text_version;
alter table text_state add column published_at timestamptz;
update text_state set scheduled_id = draft_id where publish_at is not null;
update text_state set publish_at = null where scheduled_id is null;
alter table text_state add constraint scheduled_version check ((publish_at is null) = (scheduled_id is null));

create or replace function publish_due_texts()
returns integer language sql security definer set search_path = courant, pg_temp as $$
  with published as (
    update text_state set published_id = scheduled_id, published_at = now(), scheduled_id = null, publish_at = null,
      removed_at = null
    where publish_at <= now() returning 1)
  select count(*)::integer from published
$$;

-- How often an issue was saved: who saves or sends says which words they saw.
alter table newsletter_issue add column version integer not null default 1;
grant update (version) on newsletter_issue to courant_app;
