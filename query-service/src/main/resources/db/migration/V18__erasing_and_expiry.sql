-- A withdrawal erases in the record, and in what the last rebuild took the place of (record_before), where nobody reads any more. It leaves
-- record_next alone, which a rebuild fills from the log: the replay comes to the withdrawal's own entry before anyone reads that schema, and
-- erases there. Were the facts gone before it comes, it would find nothing to take back from counts, threads and stories.

-- As before, but for the schemas; and of several withdrawals a replay erases by those that it has come to, each time.
create or replace function erase_withdrawn(target text, article uuid, month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
    through   integer;
    reached   integer;
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
    execute format('select max(w.through_revision) from %I.withdrawal w
                    where w.tenant = $1 and w.record_month = $2 and w.article_id = $3', target)
        into reached using tenant_of, month, article;
    for beside in
        select n.nspname from pg_namespace n where n.nspname = target or (target = 'record' and n.nspname = 'record_before')
    loop
        erased := erased + public.erase_facts(beside, article, month, least(through, coalesce(reached, 0)));
    end loop;
    return erased;
end
$$;

-- As before, and in record_before too, where what was open when it was left stays open.
create or replace function erase_withdrawn_threads(target text, article uuid, month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of   text    := current_setting('averment.tenant', true);
    erased      integer := 0;
    rows_erased integer;
    beside      text;
begin
    if target not in ('record', 'record_next') then
        raise exception 'not a schema of the record' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from public.log l
                   where l.tenant = tenant_of and l.record_month = month and l.article_id = article
                       and l.kind = 'ARTICLE_WITHDRAWN') then
        return 0;
    end if;
    for beside in
        select n.nspname from pg_namespace n where n.nspname = target or (target = 'record' and n.nspname = 'record_before')
    loop
        execute format($sql$
            delete from %1$I.thread_fact f
            where f.tenant = $1 and f.record_month = $2 and f.article_id = $3
                and not exists (select from %1$I.article a
                    where a.tenant = $1 and a.record_month = $2 and a.article_id = $3 and a.recorded_from = f.opened_at)$sql$, beside)
            using tenant_of, month, article;
        get diagnostics rows_erased = row_count;
        erased := erased + rows_erased;
        execute format($sql$
            delete from %1$I.thread_key k
            where k.tenant = $1 and k.record_month = $2 and k.article_id = $3
                and not exists (select from %1$I.thread_fact f
                    where f.tenant = $1 and f.record_month = $2 and f.article_id = $3 and f.fact_id = k.fact_id)$sql$, beside)
            using tenant_of, month, article;
        execute format($sql$
            delete from %1$I.thread t
            where t.tenant = $1 and t.record_month = $2 and t.article_id = $3 and (t.recorded_to < 'infinity' or $4)
                and not exists (select from %1$I.thread_fact f
                    where f.tenant = $1 and f.record_month = $2 and f.article_id = $3 and f.fact_id = t.fact_id)$sql$, beside)
            using tenant_of, month, article, beside = 'record_before';
    end loop;
    return erased;
end
$$;

-- The same of stories.
create or replace function erase_withdrawn_reports(target text, article uuid, month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of   text    := current_setting('averment.tenant', true);
    erased      integer := 0;
    rows_erased integer;
    beside      text;
    part        text;
    touched     text[];
begin
    if target not in ('record', 'record_next') then
        raise exception 'not a schema of the record' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from public.log l
                   where l.tenant = tenant_of and l.record_month = month and l.article_id = article
                       and l.kind = 'ARTICLE_WITHDRAWN') then
        return 0;
    end if;
    for beside in
        select n.nspname from pg_namespace n
        where (n.nspname = target or (target = 'record' and n.nspname = 'record_before'))
            and to_regclass(n.nspname || '.story_report') is not null
    loop
        execute format('select array_agg(distinct r.story_id) from %I.story_report r where r.tenant = $1 and r.article_id = $2', beside)
            into touched using tenant_of, article;
        execute format($sql$
            delete from %1$I.story_report r
            where r.tenant = $1 and r.article_id = $3
                and not exists (select from %1$I.article a where a.tenant = $1 and a.record_month = $2 and a.article_id = $3
                    and a.recorded_from = r.opened_at)$sql$, beside)
            using tenant_of, month, article;
        get diagnostics rows_erased = row_count;
        erased := erased + rows_erased;
        execute format($sql$
            delete from %1$I.story_key k
            where k.tenant = $1 and k.article_id = $3
                and not exists (select from %1$I.article a where a.tenant = $1 and a.record_month = $2 and a.article_id = $3
                    and a.recorded_from = k.recorded_from)$sql$, beside)
            using tenant_of, month, article;
        -- What only the erased report told of the stories that it was in: its names stand in no past list either.
        execute format($sql$
            delete from %1$I.story_facet f
            where f.tenant = $1 and f.story_id = any($2) and (f.recorded_to < 'infinity' or $3) and f.facet <> 'S'
                and not exists (select from %1$I.story_report r
                    where r.tenant = $1 and r.story_id = f.story_id and f.facet = any(r.facets))$sql$, beside)
            using tenant_of, touched, beside = 'record_before';
        foreach part in array array ['story', 'story_facet'] loop
            execute format($sql$
                delete from %1$I.%2$I s
                where s.tenant = $1 and s.article_id = $2 and (s.recorded_to < 'infinity' or $3)
                    and not exists (select from %1$I.story_report r where r.tenant = $1 and r.article_id = $2)$sql$, beside, part)
                using tenant_of, article, beside = 'record_before';
        end loop;
    end loop;
    return erased;
end
$$;

-- What has expired is looked for over all tenants, some rows at a time.
create index idempotent_request_expiry on idempotent_request (expires_at);
create index request_allowance_expiry on request_allowance (window_start);

-- What lapsed on some days, of whatever story.
create index lapse_due on record.lapse (tenant, due_to);
