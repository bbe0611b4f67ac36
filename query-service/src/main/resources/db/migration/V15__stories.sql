-- Stories: which reports tell of the same development. All of it follows from the articles; a rebuild makes it again. Two reports are compared
-- when they have a key in common, and whoever writes holds the locks of the keys and of the stories that change, so the rows of a story
-- follow each other in record time. Not partitioned by month: a report is looked for around its day, whatever month it was accepted in, and
-- each partition that a query could touch is planned for.

-- A report in its story. It hangs on the earlier report that it shares most with (parent_id, with the affinity in hundredths); one that hangs on
-- none is the first of its story and gives it its id. When an earlier one joins, the row is closed and another one opened. opened_at is the
-- recorded_from of the article's version; traits is what the report is compared by, facets what its story is found by.
create table record.story_report
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month      date        not null check (extract(day from record_month) = 1),
    article_id        uuid        not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    opened_at         timestamptz not null,
    first_accepted_at timestamptz not null,
    day               date        not null,
    origin            text,
    text_hash         text        not null,
    parent_id         uuid,
    affinity          integer     not null check (affinity >= 0),
    story_id          text        not null,
    traits            text[]      not null,
    facets            text[]      not null,
    primary key (tenant, article_id, recorded_from)
);
create index story_report_open on record.story_report (tenant, article_id) where recorded_to = 'infinity';
create index story_report_child on record.story_report (tenant, parent_id)
    where recorded_to = 'infinity' and parent_id is not null;
create index story_report_story on record.story_report (tenant, story_id, day, first_accepted_at, article_id, recorded_to);

-- By what a report is looked for, as hashes; with its place in the order of reports.
create table record.story_key
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    key               bigint      not null,
    article_id        uuid        not null,
    day               date        not null,
    first_accepted_at timestamptz not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    primary key (tenant, article_id, key, recorded_from)
);
create index story_key_open on record.story_key (tenant, key, day, first_accepted_at, article_id)
    where recorded_to = 'infinity';

-- A story of two reports or more as a whole, as of a stretch of record time. article_id is its first report.
create table record.story
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    story_id          text        not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    first_day         date        not null,
    last_day          date        not null check (last_day >= first_day),
    article_count     integer     not null check (article_count >= 2),
    origin_count      integer     not null check (origin_count between 1 and article_count),
    first_accepted_at timestamptz not null,
    article_id        uuid        not null,
    position          integer     not null default 0 check (position = 0),
    record_month      date        not null,
    told_span         smallint    not null generated always as
                          (case when last_day - first_day > 31 then 2 when last_day > first_day then 1 else 0 end) stored,
    primary key (tenant, story_id, recorded_from)
);
create index story_version on record.story (tenant, story_id, recorded_to);
create index story_order on record.story (tenant, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index story_told_day on record.story (tenant, first_day, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity' and told_span = 0;
create index story_told_days on record.story (tenant, first_day, last_day) where recorded_to = 'infinity' and told_span = 1;
create index story_told_long on record.story (tenant, last_day, first_day) where recorded_to = 'infinity' and told_span = 2;

-- By what stories are listed: E with an entity's key, O an outlet's, C a country, L a language, and S for the story itself. In the order of lists.
create table record.story_facet
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    facet             text        not null,
    story_id          text        not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    first_accepted_at timestamptz not null,
    article_id        uuid        not null,
    position          integer     not null default 0 check (position = 0),
    primary key (tenant, story_id, facet, recorded_from)
);
create index story_facet_order on record.story_facet (tenant, facet, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index story_facet_history on record.story_facet (tenant, facet, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity';

do
$$
declare
    name text;
begin
    foreach name in array array ['record.story_report', 'record.story_key', 'record.story', 'record.story_facet'] loop
        execute format('alter table %s enable row level security', name);
        execute format('alter table %s force row level security', name);
        execute format('create policy of_tenant on %s using (tenant = current_setting(''averment.tenant'', true))
                            with check (tenant = current_setting(''averment.tenant'', true))', name);
        execute format('grant select, insert on %s to ${serviceRole}', name);
        execute format('grant update (recorded_to) on %s to ${serviceRole}', name);
    end loop;
end
$$;

-- Erases what stories keep of the words of versions that a logged withdrawal of the transaction's tenant has erased: reports and keys whose
-- version is not there any more, and stories of the past that they were the first reports of. `target` is the schema that the facts stand
-- in. Answers how many reports were erased.
create function erase_withdrawn_reports(target text, article uuid, month date) returns integer
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
        where (n.nspname = target or (target = 'record' and n.nspname in ('record_next', 'record_before')))
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
            where f.tenant = $1 and f.story_id = any($2) and f.recorded_to < 'infinity' and f.facet <> 'S'
                and not exists (select from %1$I.story_report r
                    where r.tenant = $1 and r.story_id = f.story_id and f.facet = any(r.facets))$sql$, beside)
            using tenant_of, touched;
        foreach part in array array ['story', 'story_facet'] loop
            execute format($sql$
                delete from %1$I.%2$I s
                where s.tenant = $1 and s.article_id = $2 and s.recorded_to < 'infinity'
                    and not exists (select from %1$I.story_report r where r.tenant = $1 and r.article_id = $2)$sql$, beside, part)
                using tenant_of, article;
        end loop;
    end loop;
    return erased;
end
$$;
revoke execute on function erase_withdrawn_reports(text, uuid, date) from public;
grant execute on function erase_withdrawn_reports(text, uuid, date) to ${serviceRole};
