-- Withdrawal of articles. Withdrawn text is the one thing that leaves the past as well: the facts of the withdrawn revisions are
-- deleted from what is current and from history, their messages emptied in the log. That they were withdrawn stays.

-- Found in the catalogue, so that a table which is added is not forgotten: every table by month of the schemas public and record.
create or replace function record_tables() returns text[]
    language sql stable as
$$
select array_agg(n.nspname || '.' || c.relname order by n.nspname, c.relname)
from pg_catalog.pg_partitioned_table p
join pg_catalog.pg_class c on c.oid = p.partrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'record') and p.partstrat = 'r'
$$;

create table record.withdrawal
(
    tenant           text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month     date        not null check (extract(day from record_month) = 1),
    article_id       uuid        not null,
    recorded_from    timestamptz not null,
    through_revision integer     not null check (through_revision >= 1),
    reason           text        not null,
    withdrawn_by     text        not null,
    withdrawn_at     timestamptz not null,
    primary key (tenant, article_id, record_month, recorded_from)
) partition by range (record_month);
create table record.withdrawal_other partition of record.withdrawal default;
alter table record.withdrawal enable row level security;
alter table record.withdrawal force row level security;
create policy of_tenant on record.withdrawal using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert on record.withdrawal to ${serviceRole};

-- The names by which an article calls the thing, folded: what search knows it by, as long as an article calls it so.
alter table record.named_entity add column names text[] not null default '{}';
create index named_entity_key on record.named_entity (tenant, entity_key, first_accepted_at, article_id);

-- Takes the things that a withdrawn article named back to what the other articles say of them. `target` is the schema.
create function forget_entities(target text, keys text[], called text[]) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
begin
    execute format($sql$
        delete from %1$I.entity_name e
        where e.tenant = $1 and e.entity_key = any($2) and e.name = any($3)
            and not exists (select from %1$I.named_entity n
                where n.tenant = $1 and n.entity_key = e.entity_key and e.name = any(n.names))$sql$, target)
        using tenant_of, keys, called;
    execute format($sql$
        delete from %1$I.entity e
        where e.tenant = $1 and e.entity_key = any($2)
            and not exists (select from %1$I.named_entity n where n.tenant = $1 and n.entity_key = e.entity_key)$sql$, target)
        using tenant_of, keys;
    execute format($sql$
        update %1$I.entity e
        set first_accepted_at = f.first_accepted_at, article_id = f.article_id, recorded_from = f.since,
            fact = (f.fact - 'unresolved') || jsonb_build_object('id', e.entity_key, 'aliases', '[]'::jsonb)
        from unnest($2) as of_article(entity_key)
        cross join lateral (
            select n.first_accepted_at, n.article_id, n.fact,
                (select min(m.recorded_from) from %1$I.named_entity m
                    where m.tenant = $1 and m.entity_key = n.entity_key) as since
            from %1$I.named_entity n
            where n.tenant = $1 and n.entity_key = of_article.entity_key
            order by n.first_accepted_at, n.article_id, n.recorded_from, n.position
            limit 1) as f
        where e.tenant = $1 and e.entity_key = of_article.entity_key$sql$, target)
        using tenant_of, keys;
end
$$;
revoke execute on function forget_entities(text, text[], text[]) from public;

-- Deletes the facts of an article's revisions up to one, in a schema of the record. For erase_withdrawn alone.
create function erase_facts(target text, article uuid, month date, through integer) returns integer
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
    -- Every table of facts, whichever there are, that is keyed by article and version.
    for fact in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = target
        where c.relkind = 'p' and c.relname <> 'withdrawal' and 3 = (
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

-- Erases what the record and its log hold of the revisions of an article that a logged withdrawal of the transaction's tenant
-- covers, and nothing else. The service's role may execute it and delete nothing by itself. `target` is the schema that the facts
-- stand in: what a rebuild fills beside the record, or the record; then what a rebuild has left beside it is erased too. Answers how
-- many versions of the article were erased.
create function erase_withdrawn(target text, article uuid, month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
    through   integer;
    erased    integer := 0;
    beside    text;
begin
    if target not in ('record', 'record_next') then
        raise exception 'not a schema of the record' using errcode = 'insufficient_privilege';
    end if;
    select max(l.revision) into through from public.log l
    where l.tenant = tenant_of and l.record_month = month and l.article_id = article and l.kind = 'ARTICLE_WITHDRAWN';
    if through is null then
        return 0;
    end if;
    update public.log l set payload = ''
    where l.tenant = tenant_of and l.record_month = month and l.article_id = article
        and l.kind = 'ANALYSIS_COMPLETED' and l.revision <= through and l.payload <> '';
    for beside in
        select n.nspname from pg_namespace n
        where n.nspname = target or (target = 'record' and n.nspname in ('record_next', 'record_before'))
    loop
        erased := erased + public.erase_facts(beside, article, month, through);
    end loop;
    return erased;
end
$$;
revoke execute on function erase_withdrawn(text, uuid, date) from public;
grant execute on function erase_withdrawn(text, uuid, date) to ${serviceRole};
