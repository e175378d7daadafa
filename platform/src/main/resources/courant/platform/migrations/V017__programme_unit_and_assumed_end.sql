-- Whether the last day of a programme was read or assumed, and what an amount is per: both as the source says.
alter table programme_version
  add valid_to_assumed boolean not null default false,
  add check (valid_to is not null or not valid_to_assumed);

alter table programme_version_amount add per text check (per in ('vehicle', 'charger', 'connector'));
