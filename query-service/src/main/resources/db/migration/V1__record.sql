-- The record: an append-only log of what was applied (schema public), and the facts that follow from it (schema record).
-- Everything in the schema record can be made again from the log: a rebuild fills a schema beside it and takes its place.
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

create schema record;

-- What the rows of all facts have: whose they are, their article with its month, their place among the article's facts of the
-- same kind in the order of the text, since when and until when the record says so, and of the article what lists filter and
-- sort by. Days of world time (valid) are inclusive; null is open; what is valid for more than a month is found apart. What lists only show is in `fact`, as the analysis gave it,
-- and in the article's row of the same recorded_from. A template: dropped below.
create table record.fact
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month      date        not null check (extract(day from record_month) = 1),
    article_id        uuid        not null,
    fact_id           text        not null,
    position          integer     not null check (position >= 0),
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    first_accepted_at timestamptz not null,
    outlet_key        text        not null,
    language          text,
    published_on      date,
    valid_from        date,
    valid_to          date check (valid_to >= valid_from),
    valid_long        boolean     not null generated always as
                          (valid_from is null or valid_to is null or valid_to - valid_from > 31) stored,
    fact              jsonb       not null
);

create table record.statement
(
    like record.fact including all,
    kind          text not null,
    act           text not null,
    agency_key    text,
    speaker_name  text,
    content       text not null,
    words         tsvector generated always as (public.searchable_words(content)) stored,
    speaker_words tsvector generated always as (to_tsvector('public.averment_names', left(speaker_name, 2000))) stored,
    primary key (tenant, article_id, fact_id, record_month, recorded_from)
) partition by range (record_month);
create index statement_kind on record.statement (tenant, kind, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index statement_act on record.statement (tenant, act, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index statement_agency on record.statement (tenant, agency_key, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity' and agency_key is not null;
create index statement_words on record.statement using gin (words);
create index statement_speaker on record.statement using gin (speaker_words);

-- content is the sentence that the undertaking stands in.
create table record.commitment
(
    like record.fact including all,
    strength       text not null,
    outcome        text,
    actor_name     text,
    announcer_name text,
    due_from       date,
    due_to         date check (due_to >= due_from),
    content        text not null,
    words          tsvector generated always as (public.searchable_words(content)) stored,
    actor_words    tsvector generated always as (to_tsvector('public.averment_names', left(actor_name, 2000))) stored,
    primary key (tenant, article_id, fact_id, record_month, recorded_from)
) partition by range (record_month);
create index commitment_due on record.commitment (tenant, due_to, article_id, position)
    where recorded_to = 'infinity' and due_to is not null;
create index commitment_outcome on record.commitment (tenant, outcome, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity' and outcome is not null;
create index commitment_words on record.commitment using gin (words);
create index commitment_actor on record.commitment using gin (actor_words);

create table record.time_expression
(
    like record.fact including all,
    type text not null,
    primary key (tenant, article_id, fact_id, record_month, recorded_from)
) partition by range (record_month);

-- The things that an article names, one row each.
create table record.named_entity
(
    like record.fact including all,
    entity_key    text    not null,
    mention_count integer not null check (mention_count >= 0),
    primary key (tenant, article_id, fact_id, record_month, recorded_from)
) partition by range (record_month);

create table record.conflict
(
    like record.fact including all,
    kind text not null,
    primary key (tenant, article_id, fact_id, record_month, recorded_from)
) partition by range (record_month);

-- An article is the fact of which the others are parts; its id is the article's own.
create table record.article
(
    like record.fact including all,
    revision         integer     not null check (revision >= 1),
    generation       integer     not null check (generation >= 1),
    fingerprint      text        not null,
    outlet           text        not null,
    address          text,
    external_id      text,
    published_at     text,
    accepted_at      timestamptz not null,
    headline_length  integer     not null check (headline_length >= 0),
    content          text        not null,
    statement_count  integer     not null check (statement_count >= 0),
    commitment_count integer     not null check (commitment_count >= 0),
    words            tsvector generated always as (public.searchable_words(content)) stored,
    primary key (tenant, article_id, record_month, recorded_from)
) partition by range (record_month);
create unique index article_current on record.article (tenant, article_id, record_month) where recorded_to = 'infinity';
create index article_words on record.article using gin (words);

drop table record.fact;

-- The order of lists, apart for what is current and for what is history: an answer as of an earlier instant is merged from
-- both. And the filters that all lists share.
do
$$
declare
    fact text;
begin
    foreach fact in array array ['article', 'statement', 'commitment', 'time_expression', 'named_entity', 'conflict'] loop
        execute format('create index %1$s_order on record.%1$s (tenant, first_accepted_at desc, article_id desc, position)
                            where recorded_to = ''infinity''', fact);
        execute format('create index %1$s_valid on record.%1$s (tenant, valid_from)
                            where recorded_to = ''infinity'' and not valid_long', fact);
        execute format('create index %1$s_valid_long on record.%1$s (tenant, first_accepted_at desc, article_id desc, position)
                            where recorded_to = ''infinity'' and valid_long', fact);
        execute format('create index %1$s_history on record.%1$s (tenant, first_accepted_at desc, article_id desc, position)
                            where recorded_to < ''infinity''', fact);
    end loop;
    foreach fact in array array ['article', 'statement', 'commitment'] loop
        execute format('create index %1$s_outlet on record.%1$s
                            (tenant, outlet_key, first_accepted_at desc, article_id desc, position)
                            where recorded_to = ''infinity''', fact);
        execute format('create index %1$s_published on record.%1$s (tenant, published_on)
                            where recorded_to = ''infinity''', fact);
    end loop;
end
$$;

-- Which entities an article names (NAMED), and in which part of a statement (SPEAKER, CONTENT) or a commitment (ACTOR, ANNOUNCER,
-- ACT) they stand.
create table record.reference
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month      date        not null check (extract(day from record_month) = 1),
    article_id        uuid        not null,
    fact_id           text        not null,
    position          integer     not null check (position >= 0),
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    first_accepted_at timestamptz not null,
    role              text        not null,
    entity_key        text        not null,
    primary key (tenant, article_id, fact_id, role, entity_key, record_month, recorded_from)
) partition by range (record_month);
create index reference_entity on record.reference (tenant, entity_key, role, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index reference_history on record.reference (tenant, entity_key, role, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity';

-- The months in which an article has versions; commonly one, which saves a look into all others.
create table record.article_month
(
    tenant       text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    article_id   uuid not null,
    record_month date not null check (extract(day from record_month) = 1),
    primary key (tenant, article_id, record_month)
);

-- The things that all articles name together, under keys that do not depend on the order in which the articles arrived. Where
-- articles write one thing differently, the earliest accepted of them decides.
create table record.entity
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    entity_key        text        not null,
    recorded_from     timestamptz not null,
    first_accepted_at timestamptz not null,
    article_id        uuid        not null,
    fact              jsonb       not null,
    primary key (tenant, entity_key)
);

-- Every name under which an article names the thing, folded; in the order of code points, for search as one types.
create table record.entity_name
(
    tenant        text             not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name          text collate "C" not null,
    entity_key    text             not null,
    primary key (tenant, name, entity_key)
);
create index entity_name_of on record.entity_name (tenant, entity_key);

-- The tables that are partitioned by month.
create function record_tables() returns text[]
    language sql immutable as
$$
select array ['public.log', 'record.article', 'record.statement', 'record.commitment', 'record.time_expression',
              'record.named_entity', 'record.conflict', 'record.reference']
$$;

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
        foreach parent in array record_tables() loop
            if to_regclass(parent || to_char(month, '_YYYY_MM')) is null then
                begin
                    execute format('create table %s partition of %s for values from (%L) to (%L)',
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

-- Articles of a month without a partition of its own land in the default one and are served all the same. Each tenant sees its
-- own rows alone. The service may add, and close what is open; nothing else: no fact is changed or deleted, and the log only
-- grows. Only an entity's row may be replaced, by that of an earlier article. Partitions are reached through their parents.
do
$$
declare
    parent text;
begin
    foreach parent in array record_tables() loop
        execute format('create table %s_other partition of %s default', parent, parent);
    end loop;
    foreach parent in array record_tables() || array ['record.article_month', 'record.entity', 'record.entity_name'] loop
        execute format('alter table %s enable row level security', parent);
        execute format('alter table %s force row level security', parent);
        execute format('create policy of_tenant on %s using (tenant = current_setting(''averment.tenant'', true))
                            with check (tenant = current_setting(''averment.tenant'', true))', parent);
        execute format('grant select, insert on %s to ${serviceRole}', parent);
        if parent = any (record_tables()) and parent <> 'public.log' then
            execute format('grant update (recorded_to) on %s to ${serviceRole}', parent);
        end if;
    end loop;
end
$$;
grant update (recorded_from, first_accepted_at, article_id, fact) on record.entity to ${serviceRole};
grant usage on schema public, record to ${serviceRole};
grant usage on sequence log_number to ${serviceRole};
revoke execute on function ensure_record_months(date, date) from public;
