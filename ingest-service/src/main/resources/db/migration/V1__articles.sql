-- Articles as received: the system of record. Owned by the migrating role; the service's role (${serviceRole}) owns
-- nothing and may do only what is granted here. Every key begins with the tenant, and row-level security, forced on the
-- owner too, shows a transaction only the rows of the tenant that it has named by set_config('averment.tenant', ..., true).

create table article (
  tenant text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  id uuid not null,
  record_month text not null check (record_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  first_accepted_at timestamptz not null,
  identity text not null,
  outlet_key text not null,
  identity_value text not null,
  latest_revision integer not null check (latest_revision >= 0),
  latest_fingerprint text not null,
  primary key (tenant, id)
);
comment on column article.record_month is 'Month (UTC) of the first acceptance; the record is partitioned by it.';
comment on column article.identity is 'What identifies the article, with the version of that rule.';
comment on column article.latest_revision is 'Numbered under this row''s lock; 0 only within the accepting transaction.';
comment on column article.latest_fingerprint is 'SHA-256 of what makes a revision; equal means nothing new.';

create table revision (
  tenant text not null,
  article_id uuid not null,
  number integer not null check (number >= 1),
  outlet text not null,
  address text,
  external_id text,
  language text,
  published_at text,
  headline text,
  body text,
  lane text not null check (lane in ('live', 'backfill', 'reanalysis')),
  accepted_at timestamptz not null,
  primary key (tenant, article_id, number),
  foreign key (tenant, article_id) references article (tenant, id),
  check (headline is not null or body is not null)
);
comment on column revision.published_at is 'As exactly as the outlet says: a day, or RFC 3339 with an offset.';

alter table article enable row level security;
alter table article force row level security;
alter table revision enable row level security;
alter table revision force row level security;

create policy article_of_tenant on article
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));
create policy revision_of_tenant on revision
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));

grant usage on schema public to ${serviceRole};
grant select, insert, update (latest_revision, latest_fingerprint) on article to ${serviceRole};
grant select, insert on revision to ${serviceRole};
