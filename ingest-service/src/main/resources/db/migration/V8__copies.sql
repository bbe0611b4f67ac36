-- Copies of other outlets' reports, such as an agency's text in fifty papers: by samples of what stands in them, without their words.

alter table revision add column origin uuid;
comment on column revision.origin is 'The earlier article of the tenant that it is a copy of, as it was found when the revision was accepted.';

-- The sample of an article's latest revision, as long as it may still be copied.
create table text_sample (
  tenant text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  article_id uuid not null,
  first_accepted_at timestamptz not null,
  origin uuid,
  shingle_count integer not null check (shingle_count >= 1),
  hashes bigint[] not null,
  primary key (tenant, article_id)
);
comment on column text_sample.hashes is 'The smallest hashes of its shingles, ascending.';
create index text_sample_age on text_sample (tenant, first_accepted_at);
create index text_sample_origin on text_sample (tenant, origin) where origin is not null;

-- The first few of them, by which it is found.
create table text_sample_key (
  tenant text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  hash bigint not null,
  first_accepted_at timestamptz not null,
  article_id uuid not null,
  primary key (tenant, hash, first_accepted_at, article_id)
);
create index text_sample_key_article on text_sample_key (tenant, article_id);

alter table text_sample enable row level security;
alter table text_sample force row level security;
alter table text_sample_key enable row level security;
alter table text_sample_key force row level security;
create policy text_sample_of_tenant on text_sample
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));
create policy text_sample_key_of_tenant on text_sample_key
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));
grant select, insert, delete on text_sample, text_sample_key to ${serviceRole};
-- When the article that it names is withdrawn; and to lock rows that are to be deleted.
grant update (origin) on text_sample to ${serviceRole};
