-- Letters to send. Written in the transaction of what they tell of; sent, and tried again, by the task of that name alone.
create table mail (
  id bigint generated always as identity primary key,
  recipient text not null check (recipient !~ '[[:cntrl:]]'),
  subject text not null check (subject !~ '[[:cntrl:]]'),
  body text not null,
  unsubscribe_address text not null default '',
  created_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  last_error text not null default ''
);
create index mail_due on mail (next_attempt_at) where sent_at is null;

alter table mail enable row level security;
create policy anyone_may_post on mail for insert to courant_app with check (sent_at is null and attempts = 0);
create policy the_postman_sees_and_updates on mail to courant_app
  using (current_setting('courant.task', true) = 'mail')
  with check (current_setting('courant.task', true) = 'mail');
grant insert, select, update, delete on mail to courant_app;
