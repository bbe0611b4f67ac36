-- The record: an append-only log of what was applied, and the facts that follow from it.
--
-- Two rules hold for every table. The tenant stands in every key and in a row-level policy that binds the owner too. The
-- month of an article's first acceptance (record_month) is the partition key, so it stands in every unique key as well.
-- Facts are never overwritten: a row is open until recorded_to is set, and no other column ever changes.

do
$$
begin
    -- Asked first, since `if not exists` complains in the log when it does.
    if not exists (select from pg_extension where extname = 'unaccent') then
        create extension unaccent;
    end if;
end
$$;

-- Words are found regardless of case, accent and English inflection; names regardless of case and accent only.
create text search configuration averment_words (copy = english);
alter text search configuration averment_words
    alter mapping for asciihword, asciiword, hword_asciipart, hword, hword_part, word with unaccent, english_stem;
create text search configuration averment_names (copy = simple);
alter text search configuration averment_names
    alter mapping for asciihword, asciiword, hword_asciipart, hword, hword_part, word with unaccent, simple;

-- A tsvector holds at most one megabyte, which a text of the longest allowed length made of nothing but different words
-- would exceed. Such a text is found by the words of its beginning; it must not stop the projection.
create function searchable_words(content text) returns tsvector
    language plpgsql immutable parallel safe strict as
$$
begin
    if char_length(content) <= 32768 then
        return to_tsvector('public.averment_words', content);
    end if;
    begin
        return to_tsvector('public.averment_words', content);
    exception when program_limit_exceeded then
        return to_tsvector('public.averment_words', left(content, 32768));
    end;
end
$$;

-- What was applied, byte by byte, in the order of its application: the projection is a function of this table.
-- applied_in lets a reader wait until every transaction that began earlier is finished. What concerns an article only is
-- nullable, for the acts of operators and curators that concern none.
create sequence log_number;
create table log
(
    tenant       text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month date        not null check (extract(day from record_month) = 1),
    ce_id        text        not null check (char_length(ce_id) between 1 and 200),
    number       bigint      not null default nextval('log_number'),
    recorded_at  timestamptz not null,
    applied_in   xid8        not null default pg_current_xact_id(),
    kind         text        not null,
    article_id   uuid,
    revision     integer check (revision >= 1),
    generation   integer check (generation >= 1),
    fingerprint  text,
    lane         text,
    effect       text        not null,
    payload      bytea       not null,
    primary key (tenant, record_month, ce_id)
) partition by range (record_month);
create index log_article on log (tenant, article_id, recorded_at);
create index log_order on log (tenant, recorded_at, number);

create table article
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month      date        not null check (extract(day from record_month) = 1),
    article_id        uuid        not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    revision          integer     not null check (revision >= 1),
    generation        integer     not null check (generation >= 1),
    fingerprint       text        not null,
    outlet            text        not null,
    outlet_key        text        not null,
    address           text,
    external_id       text,
    language          text,
    published_at      text,
    published_on      date,
    first_accepted_at timestamptz not null,
    accepted_at       timestamptz not null,
    headline_length   integer     not null check (headline_length >= 0),
    content           text        not null,
    statement_count   integer     not null check (statement_count >= 0),
    analysis          jsonb       not null,
    words             tsvector generated always as (searchable_words(content)) stored,
    primary key (tenant, article_id, record_month, recorded_from)
) partition by range (record_month);
create unique index article_current on article (tenant, article_id, record_month) where recorded_to = 'infinity';
create index article_order on article (tenant, first_accepted_at desc, article_id desc) where recorded_to = 'infinity';
create index article_outlet on article (tenant, outlet_key, first_accepted_at desc, article_id desc)
    where recorded_to = 'infinity';
create index article_published on article (tenant, published_on) where recorded_to = 'infinity';
create index article_words on article using gin (words);

create table statement
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month      date        not null check (extract(day from record_month) = 1),
    article_id        uuid        not null,
    statement_id      text        not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    revision          integer     not null check (revision >= 1),
    generation        integer     not null check (generation >= 1),
    fingerprint       text        not null,
    position          integer     not null check (position >= 0),
    outlet            text        not null,
    outlet_key        text        not null,
    address           text,
    headline          text,
    published_at      text,
    published_on      date,
    first_accepted_at timestamptz not null,
    kind              text        not null,
    act               text        not null,
    hedged            boolean     not null,
    speaker_name      text,
    content           text        not null,
    fact              jsonb       not null,
    words             tsvector generated always as (searchable_words(content)) stored,
    speaker_words     tsvector generated always as
                          (to_tsvector('public.averment_names', left(speaker_name, 2000))) stored,
    primary key (tenant, article_id, statement_id, record_month, recorded_from)
) partition by range (record_month);
create unique index statement_current on statement (tenant, article_id, statement_id, record_month)
    where recorded_to = 'infinity';
create index statement_order on statement (tenant, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index statement_outlet on statement (tenant, outlet_key, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index statement_kind on statement (tenant, kind, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index statement_published on statement (tenant, published_on) where recorded_to = 'infinity';
create index statement_words on statement using gin (words);
create index statement_speaker on statement using gin (speaker_words);

-- Articles of a month without a partition of its own land here and are served all the same.
create table log_other partition of log default;
create table article_other partition of article default;
create table statement_other partition of statement default;

-- Makes the partitions of the months in [first_day, last_day]. A month whose rows stand in the default partition already
-- is left there. afterMigrate.sql calls it, so that each deployment keeps a year ahead.
create function ensure_record_months(first_day date, last_day date) returns void
    language plpgsql as
$$
declare
    month date := date_trunc('month', first_day)::date;
    parent text;
begin
    while month <= last_day loop
        foreach parent in array array ['log', 'article', 'statement'] loop
            if to_regclass(format('public.%I', parent || to_char(month, '_YYYY_MM'))) is null then
                begin
                    execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
                                   parent || to_char(month, '_YYYY_MM'), parent, month, (month + interval '1 month')::date);
                exception when check_violation then
                    raise notice 'the rows of % stay in the default partition of %', month, parent;
                end;
            end if;
        end loop;
        month := (month + interval '1 month')::date;
    end loop;
end
$$;

alter table log enable row level security;
alter table log force row level security;
create policy log_of_tenant on log
    using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
alter table article enable row level security;
alter table article force row level security;
create policy article_of_tenant on article
    using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
alter table statement enable row level security;
alter table statement force row level security;
create policy statement_of_tenant on statement
    using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));

-- The service may add, and close what is open. Nothing else: no fact is changed or deleted, and the log only grows.
-- Partitions are reached through their parents only.
grant usage on schema public to ${serviceRole};
grant usage on sequence log_number to ${serviceRole};
grant select, insert on log to ${serviceRole};
grant select, insert, update (recorded_to) on article to ${serviceRole};
grant select, insert, update (recorded_to) on statement to ${serviceRole};
revoke execute on function ensure_record_months(date, date) from public;
