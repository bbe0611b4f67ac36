-- Who asked or changed what, when, and what came of it. Not derivable from the log, so it stands outside of the schema record.
-- It is only ever added to; old months are taken off as partitions by the owner, as long as the operator's rules want them kept.
create sequence audit_number;
create table audit
(
    tenant       text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month date        not null check (extract(day from record_month) = 1),
    number       bigint      not null default nextval('audit_number'),
    at           timestamptz not null,
    subject      text        not null,
    client       text        not null,
    method       text        not null,
    operation    text,
    path         text        not null,
    parameters   jsonb       not null,
    items        integer check (items >= 0),
    status       smallint    not null,
    primary key (tenant, record_month, number)
) partition by range (record_month);
comment on column audit.record_month is 'The UTC month of `at`.';
create index audit_order on audit (tenant, number desc);
create index audit_subject on audit (tenant, subject, number desc);
create table audit_other partition of audit default;
alter table audit enable row level security;
alter table audit force row level security;
create policy of_tenant on audit using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert on audit to ${serviceRole};
grant usage on sequence audit_number to ${serviceRole};

-- What changed in the record between two instants is read in the order of the changes.
create index article_changes on record.article (tenant, recorded_from, article_id);
create index withdrawal_changes on record.withdrawal (tenant, recorded_from, article_id);
