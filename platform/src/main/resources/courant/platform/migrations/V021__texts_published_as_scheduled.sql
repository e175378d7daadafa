-- Says which texts were published because their time had come, so that each of them is in the journal.
drop function publish_due_texts();
create function publish_due_texts()
returns table (kind text, slug text, language text, version bigint)
language sql security definer set search_path = courant, pg_temp as $$
  update text_state s set published_id = s.scheduled_id, published_at = now(), scheduled_id = null, publish_at = null,
    removed_at = null
  where s.publish_at <= now() returning s.kind, s.slug, s.language, s.published_id
$$;
revoke all on function publish_due_texts() from public;
grant execute on function publish_due_texts() to courant_app;
