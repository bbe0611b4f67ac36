-- What is looked up over all months is not partitioned by them: which facts an entity stands in, under which words threads find their
-- facts, and when which article changed or was withdrawn. By month, each look went into every partition, and cost most of the time to plan.

-- Rows are moved as the owner, whom row-level security binds too: it is put aside for the tables that are read.
do
$$
declare
    name text;
begin
    foreach name in array array ['reference', 'thread_fact', 'thread_key', 'withdrawal'] loop
        execute format('alter table record.%1$s no force row level security', name);
        execute format('alter table record.%1$s rename to %1$s_by_month', name);
        execute format('create table record.%1$s (like record.%1$s_by_month including defaults including constraints)', name);
        execute format('insert into record.%1$s select * from record.%1$s_by_month', name);
        execute format('drop table record.%1$s_by_month', name);
    end loop;
end
$$;

alter table record.reference add primary key (tenant, article_id, fact_id, role, entity_key, recorded_from);
create index reference_entity on record.reference (tenant, entity_key, role, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index reference_history on record.reference (tenant, entity_key, role, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity';

alter table record.thread_fact add primary key (tenant, article_id, fact_id, recorded_from);
create index thread_fact_thread on record.thread_fact (tenant, thread_id, recorded_to);

alter table record.thread_key add primary key (tenant, key, article_id, fact_id, recorded_from);
create index thread_key_article on record.thread_key (tenant, article_id);

alter table record.withdrawal add primary key (tenant, article_id, record_month, recorded_from);
create index withdrawal_changes on record.withdrawal (tenant, recorded_from, article_id);

-- When which version of an article was opened: in which month an article's facts stand, and in which months something changed.
create table record.opening
(
    tenant        text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    recorded_from timestamptz not null,
    article_id    uuid        not null,
    record_month  date        not null check (extract(day from record_month) = 1),
    primary key (tenant, article_id, recorded_from)
);
alter table record.article no force row level security;
insert into record.opening (tenant, recorded_from, article_id, record_month)
select tenant, recorded_from, article_id, record_month from record.article;
alter table record.article force row level security;
create index opening_order on record.opening (tenant, recorded_from, article_id, record_month);
drop table record.article_month;

do
$$
declare
    name text;
begin
    foreach name in array array ['reference', 'thread_fact', 'thread_key', 'opening', 'withdrawal'] loop
        execute format('alter table record.%s enable row level security', name);
        execute format('alter table record.%s force row level security', name);
        execute format('create policy of_tenant on record.%s using (tenant = current_setting(''averment.tenant'', true))
                            with check (tenant = current_setting(''averment.tenant'', true))', name);
        execute format('grant select, insert on record.%s to ${serviceRole}', name);
        if name not in ('opening', 'withdrawal') then
            execute format('grant update (recorded_to) on record.%s to ${serviceRole}', name);
        end if;
    end loop;
end
$$;

-- As before, of tables that are not partitioned too.
create or replace function erase_facts(target text, article uuid, month date, through integer) returns integer
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
    versions  timestamptz[];
    keys      text[];
    called    text[];
    fact      text;
begin
    execute format('select array_agg(a.recorded_from) from %I.article a
                    where a.tenant = $1 and a.record_month = $2 and a.article_id = $3 and a.revision <= $4', target)
        into versions using tenant_of, month, article, through;
    if versions is null then
        return 0;
    end if;
    execute format('select array_agg(distinct n.entity_key), array_agg(distinct called.name)
                    from %I.named_entity n left join lateral unnest(n.names) as called(name) on true
                    where n.tenant = $1 and n.record_month = $2 and n.article_id = $3 and n.recorded_from = any($4)', target)
        into keys, called using tenant_of, month, article, versions;
    -- Every table of facts, whichever there are, that is keyed by article and version. Threads and stories are erased by themselves.
    for fact in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = target
        where c.relkind in ('p', 'r') and not c.relispartition and c.relname not in ('withdrawal', 'thread', 'story', 'story_report')
            and 3 = (
            select count(*) from pg_attribute a
            where a.attrelid = c.oid and a.attname in ('article_id', 'record_month', 'recorded_from') and not a.attisdropped)
    loop
        execute format('delete from %I.%I f where f.tenant = $1 and f.record_month = $2 and f.article_id = $3
                        and f.recorded_from = any($4)', target, fact)
            using tenant_of, month, article, versions;
    end loop;
    if keys is not null then
        perform public.forget_entities(target, keys, called);
    end if;
    return cardinality(versions);
end
$$;
revoke execute on function erase_facts(text, uuid, date, integer) from public;
