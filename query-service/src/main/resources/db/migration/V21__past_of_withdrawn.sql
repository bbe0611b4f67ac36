-- A withdrawal erases what threads and stories of the past kept of the article, and nothing else: those that other articles told go on being
-- listed as of then, under the ids that they had, with what is left of them. What that comes to the service says: `remaining`, a row for each
-- summary that stays. Those of the past that it does not name go. A version of the service that does not know these functions calls those
-- without `remaining`, which drop what the withdrawn article was the first of.
-- As before, but for facts of threads.
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
    -- Every table of facts, whichever there are, that is keyed by article and version. Threads and stories are erased by functions of
    -- their own, which have to see what stood where.
    for fact in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = target
        where c.relkind in ('p', 'r') and not c.relispartition and c.relname not in (
                'withdrawal', 'thread', 'thread_fact', 'thread_key', 'story', 'story_report')
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

-- Where to erase what threads and stories kept of an article: in the schema, and in what the last rebuild left beside the record; nowhere when
-- the transaction's tenant has no withdrawal of it in its log.
create function schemas_of_withdrawn(target text, article uuid, month date) returns setof text
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
begin
    if target not in ('record', 'record_next') then
        raise exception 'not a schema of the record' using errcode = 'insufficient_privilege';
    end if;
    return query
        select cast(n.nspname as text) from pg_namespace n
        where (n.nspname = target or (target = 'record' and n.nspname = 'record_before'))
            and exists (select from public.log l
                where l.tenant = current_setting('averment.tenant', true) and l.record_month = month and l.article_id = article
                    and l.kind = 'ARTICLE_WITHDRAWN');
end
$$;
revoke execute on function schemas_of_withdrawn(text, uuid, date) from public;

create function erase_withdrawn_threads(target text, article uuid, month date, remaining jsonb) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of   text    := current_setting('averment.tenant', true);
    erased      integer := 0;
    rows_erased integer;
    beside      text;
    touched     text[];
begin
    for beside in select of_record from public.schemas_of_withdrawn(target, article, month) as of_record loop
        execute format($sql$
            with gone as (
                delete from %1$I.thread_fact f
                where f.tenant = $1 and f.record_month = $2 and f.article_id = $3
                    and not exists (select from %1$I.article a
                        where a.tenant = $1 and a.record_month = $2 and a.article_id = $3 and a.recorded_from = f.opened_at)
                returning f.thread_id)
            select count(*), array_agg(distinct thread_id) from gone$sql$, beside)
            into rows_erased, touched using tenant_of, month, article;
        erased := erased + rows_erased;
        execute format($sql$
            delete from %1$I.thread_key k
            where k.tenant = $1 and k.record_month = $2 and k.article_id = $3
                and not exists (select from %1$I.thread_fact f
                    where f.tenant = $1 and f.record_month = $2 and f.article_id = $3 and f.fact_id = k.fact_id)$sql$, beside)
            using tenant_of, month, article;
        execute format($sql$
            delete from %1$I.thread t
            where t.tenant = $1 and t.thread_id = any($2) and (t.recorded_to < 'infinity' or $3)
                and not exists (select from jsonb_to_recordset($4) as r("threadId" text, "recordedFrom" timestamptz)
                    where r."threadId" = t.thread_id and r."recordedFrom" = t.recorded_from)$sql$, beside)
            using tenant_of, touched, beside = 'record_before', remaining;
        execute format($sql$
            update %1$I.thread t
            set state = s.state, bucket = s.bucket, voice_name = s."voiceName", entity_key = s."entityKey", due_from = s."dueFrom",
                due_to = s."dueTo", first_day = s."firstDay", last_day = s."lastDay", article_count = s.articles,
                origin_count = s.origins, first_accepted_at = s."firstAcceptedAt", article_id = s."articleId",
                fact_id = s."factId", position = s.position, record_month = s."recordMonth"
            from jsonb_to_recordset($4) as r("threadId" text, "recordedFrom" timestamptz, summary jsonb)
            cross join lateral jsonb_to_record(r.summary) as s(state text, bucket text, "voiceName" text, "entityKey" text,
                "dueFrom" date, "dueTo" date, "firstDay" date, "lastDay" date, articles integer, origins integer,
                "firstAcceptedAt" timestamptz, "articleId" uuid, "factId" text, position integer, "recordMonth" date)
            where t.tenant = $1 and t.thread_id = any($2) and (t.recorded_to < 'infinity' or $3)
                and r."threadId" = t.thread_id and r."recordedFrom" = t.recorded_from$sql$, beside)
            using tenant_of, touched, beside = 'record_before', remaining;
    end loop;
    return erased;
end
$$;

-- The same of stories.
create function erase_withdrawn_reports(target text, article uuid, month date, remaining jsonb) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of   text    := current_setting('averment.tenant', true);
    erased      integer := 0;
    rows_erased integer;
    beside      text;
    touched     text[];
begin
    for beside in
        select of_record from public.schemas_of_withdrawn(target, article, month) as of_record
        where to_regclass(of_record || '.story_report') is not null
    loop
        execute format($sql$
            with gone as (
                delete from %1$I.story_report r
                where r.tenant = $1 and r.article_id = $3
                    and not exists (select from %1$I.article a where a.tenant = $1 and a.record_month = $2 and a.article_id = $3
                        and a.recorded_from = r.opened_at)
                returning r.story_id)
            select count(*), array_agg(distinct story_id) from gone$sql$, beside)
            into rows_erased, touched using tenant_of, month, article;
        erased := erased + rows_erased;
        execute format($sql$
            delete from %1$I.story_key k
            where k.tenant = $1 and k.article_id = $3
                and not exists (select from %1$I.article a where a.tenant = $1 and a.record_month = $2 and a.article_id = $3
                    and a.recorded_from = k.recorded_from)$sql$, beside)
            using tenant_of, month, article;
        execute format($sql$
            delete from %1$I.story s
            where s.tenant = $1 and s.story_id = any($2) and (s.recorded_to < 'infinity' or $3)
                and not exists (select from jsonb_to_recordset($4) as r("storyId" text, "recordedFrom" timestamptz)
                    where r."storyId" = s.story_id and r."recordedFrom" = s.recorded_from)$sql$, beside)
            using tenant_of, touched, beside = 'record_before', remaining;
        execute format($sql$
            update %1$I.story s
            set first_day = r."firstDay", last_day = r."lastDay", article_count = r.articles, origin_count = r.origins,
                first_accepted_at = r."firstAcceptedAt", article_id = r."articleId", record_month = r."recordMonth"
            from jsonb_to_recordset($4) as r("storyId" text, "recordedFrom" timestamptz, "firstDay" date, "lastDay" date,
                articles integer, origins integer, "firstAcceptedAt" timestamptz, "articleId" uuid, "recordMonth" date)
            where s.tenant = $1 and s.story_id = any($2) and (s.recorded_to < 'infinity' or $3)
                and r."storyId" = s.story_id and r."recordedFrom" = s.recorded_from$sql$, beside)
            using tenant_of, touched, beside = 'record_before', remaining;
        -- What only the erased report told of the stories that it was in: its names stand in no past list either. Nor does a story that
        -- is none any more.
        execute format($sql$
            delete from %1$I.story_facet f
            where f.tenant = $1 and f.story_id = any($2) and (f.recorded_to < 'infinity' or $3)
                and (not exists (select from %1$I.story s where s.tenant = $1 and s.story_id = f.story_id)
                    or (f.facet <> 'S' and not exists (select from %1$I.story_report r
                        where r.tenant = $1 and r.story_id = f.story_id and f.facet = any(r.facets))))$sql$, beside)
            using tenant_of, touched, beside = 'record_before';
        execute format($sql$
            update %1$I.story_facet f set first_accepted_at = first.first_accepted_at, article_id = first.article_id
            from (select distinct on (r.story_id) r.story_id, r.first_accepted_at, r.article_id from %1$I.story_report r
                where r.tenant = $1 and r.story_id = any($2)
                order by r.story_id, r.day, r.first_accepted_at, r.article_id) as first
            where f.tenant = $1 and f.story_id = first.story_id and f.article_id = $4 and (f.recorded_to < 'infinity' or $3)
                and not exists (select from %1$I.story_report r where r.tenant = $1 and r.article_id = $4)$sql$, beside)
            using tenant_of, touched, beside = 'record_before', article;
    end loop;
    return erased;
end
$$;

revoke execute on function erase_withdrawn_threads(text, uuid, date, jsonb) from public;
revoke execute on function erase_withdrawn_reports(text, uuid, date, jsonb) from public;
grant execute on function erase_withdrawn_threads(text, uuid, date, jsonb) to ${serviceRole};
grant execute on function erase_withdrawn_reports(text, uuid, date, jsonb) to ${serviceRole};
