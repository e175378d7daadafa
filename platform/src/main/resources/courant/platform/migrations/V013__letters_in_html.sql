-- A letter that was composed may have a page beside its plain text.
alter table mail add column html text not null default '';
