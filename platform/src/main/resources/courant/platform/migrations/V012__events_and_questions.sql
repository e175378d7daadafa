-- Editors also write events and questions with their answers.
alter table text_version drop constraint text_version_kind_check;
alter table text_version add constraint text_version_kind_check
  check (kind in ('pages', 'chantiers', 'actualites', 'ressources', 'videos', 'evenements', 'questions'));
