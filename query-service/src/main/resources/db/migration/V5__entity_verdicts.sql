-- What curators decided of two entities: that they are the same, or not, whatever the evidence says. Each decision is an act in the log. A
-- decision is open until another one, or its withdrawal, closes it. The smaller key stands first.
create table record.entity_verdict
(
    tenant        text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    one_key       text        not null,
    other_key     text        not null check (other_key > one_key),
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    verdict       text        not null,
    decided_by    text        not null,
    primary key (tenant, one_key, other_key, recorded_from)
);
create unique index entity_verdict_open on record.entity_verdict (tenant, one_key, other_key) where recorded_to = 'infinity';
create index entity_verdict_other on record.entity_verdict (tenant, other_key) where recorded_to = 'infinity';
alter table record.entity_verdict enable row level security;
alter table record.entity_verdict force row level security;
create policy of_tenant on record.entity_verdict using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert on record.entity_verdict to ${serviceRole};
grant update (recorded_to) on record.entity_verdict to ${serviceRole};
