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

-- A rebuild reads which tenants there are, as the owner; nobody else's rights reach beyond one tenant.
create policy of_rebuild on log for select to current_user using (current_setting('averment.scope', true) = 'rebuild');

create function logged_tenants() returns setof text
    language sql stable
as
$$
with recursive found(tenant) as (
    (select l.tenant from public.log l order by l.tenant limit 1)
    union all
    select (select l.tenant from public.log l where l.tenant > f.tenant order by l.tenant limit 1) from found f
    where f.tenant is not null)
select tenant from found where tenant is not null
$$;
revoke execute on function logged_tenants() from public;

-- Makes an empty copy of a schema of the record: tables with their partitions, indexes under the same names, constraints, row-level
-- security with its policies, and grants. It copies no functions, views, sequences or triggers, and refuses when there are any.
create function copy_record_schema(source text, target text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
declare
    original record;
    part     record;
begin
    if exists (select from pg_class c where c.relnamespace = source::regnamespace and c.relkind not in ('r', 'p', 'i', 'I'))
        or exists (select from pg_proc p where p.pronamespace = source::regnamespace)
        or exists (select from pg_trigger t join pg_class c on c.oid = t.tgrelid
                   where c.relnamespace = source::regnamespace and not t.tgisinternal) then
        raise exception 'the schema % holds more than tables', source;
    end if;
    execute format('create schema %I', target);
    for part in
        select a.grantee::regrole::text as role, a.privilege_type as privilege
        from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = source and a.grantee <> n.nspowner and a.grantee <> 0
    loop
        execute format('grant %s on schema %I to %s', part.privilege, target, part.role);
    end loop;
    for original in
        select c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity from pg_class c
        where c.relnamespace = source::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname
    loop
        execute format('create table %I.%I (like %I.%I including all excluding indexes)', target, original.relname, source,
                       original.relname)
            || case when original.relkind = 'p' then ' partition by ' || pg_get_partkeydef(original.oid) else '' end;
        for part in
            select k.conname, pg_get_constraintdef(k.oid) as definition from pg_constraint k
            where k.conrelid = original.oid and k.contype in ('p', 'u')
        loop
            execute format('alter table %I.%I add constraint %I %s', target, original.relname, part.conname, part.definition);
        end loop;
        for part in
            select pg_get_indexdef(i.indexrelid) as definition from pg_index i
            where i.indrelid = original.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
        loop
            execute regexp_replace(part.definition, ' ON (ONLY )?' || quote_ident(source) || '\.',
                                   ' ON ' || quote_ident(target) || '.');
        end loop;
        for part in
            select c.relname, pg_get_expr(c.relpartbound, c.oid) as bound
            from pg_inherits h join pg_class c on c.oid = h.inhrelid where h.inhparent = original.oid
        loop
            execute format('create table %I.%I partition of %I.%I %s', target, part.relname, target, original.relname,
                           part.bound);
        end loop;
        perform public.copy_record_rights(original.oid, target, original.relname);
    end loop;
end
$$;

-- Row-level security, policies and grants of a table, for another one like it.
create function copy_record_rights(original oid, target text, name text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
declare
    rights pg_class;
    part   record;
begin
    select * into rights from pg_class c where c.oid = original;
    if rights.relrowsecurity then
        execute format('alter table %I.%I enable row level security', target, name);
    end if;
    if rights.relforcerowsecurity then
        execute format('alter table %I.%I force row level security', target, name);
    end if;
    for part in
        select p.* from pg_policies p where p.schemaname = rights.relnamespace::regnamespace::text and p.tablename = name
    loop
        execute format('create policy %I on %I.%I as %s for %s to %s', part.policyname, target, name, part.permissive, part.cmd,
                       array_to_string(part.roles, ', '))
            || coalesce(' using (' || part.qual || ')', '') || coalesce(' with check (' || part.with_check || ')', '');
    end loop;
    for part in
        select a.grantee::regrole::text as role, a.privilege_type as privilege
        from aclexplode(rights.relacl) a where a.grantee <> rights.relowner and a.grantee <> 0
    loop
        execute format('grant %s on %I.%I to %s', part.privilege, target, name, part.role);
    end loop;
    for part in
        select a.grantee::regrole::text as role, a.privilege_type as privilege, c.attname as attribute
        from pg_attribute c, aclexplode(c.attacl) a
        where c.attrelid = original and not c.attisdropped and a.grantee <> rights.relowner and a.grantee <> 0
    loop
        execute format('grant %s (%I) on %I.%I to %s', part.privilege, part.attribute, target, name, part.role);
    end loop;
end
$$;
revoke execute on function copy_record_schema(text, text) from public;
revoke execute on function copy_record_rights(oid, text, text) from public;

-- The generation of the pipeline that an operator made current, for each tenant. What a re-analysis of a newer one finds is kept in
-- the log as a candidate until then. Follows from the log's acts.
create table record.generation
(
    tenant        text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    generation    integer     not null check (generation >= 1),
    recorded_from timestamptz not null,
    primary key (tenant, generation)
);
alter table record.generation enable row level security;
alter table record.generation force row level security;
create policy of_tenant on record.generation using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert on record.generation to ${serviceRole};
create index log_candidates on log (tenant, article_id, generation) where effect = 'CANDIDATE';
