-- Threads: what of several articles belongs together. The same words of the same speaker, and the same undertaking of the same actor.
-- All of it follows from the facts and, for lapses, from the log; a rebuild makes it again. Facts are only compared within a bucket,
-- and one transaction at a time writes in a bucket, so the rows of a thread follow each other in record time.

-- A fact in its thread. A thread's id follows from its first fact, so a fact changes its thread when an earlier one joins: its row is closed
-- and another one opened. opened_at is the recorded_from of the article's version, evidence what the fact is compared by.
create table record.thread_fact
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month      date        not null check (extract(day from record_month) = 1),
    article_id        uuid        not null,
    fact_id           text        not null,
    position          integer     not null check (position >= 0),
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    first_accepted_at timestamptz not null,
    opened_at         timestamptz not null,
    kind              text        not null,
    thread_id         text        not null,
    bucket            text        not null,
    day               date        not null,
    origin            text,
    text_hash         text        not null,
    evidence          jsonb       not null,
    primary key (tenant, article_id, fact_id, record_month, recorded_from)
) partition by range (record_month);
create index thread_fact_thread on record.thread_fact (tenant, thread_id, recorded_to);

-- The words under which a fact is looked for, each with its bucket in front.
create table record.thread_key
(
    tenant        text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    record_month  date        not null check (extract(day from record_month) = 1),
    key           text        not null,
    article_id    uuid        not null,
    fact_id       text        not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    primary key (tenant, article_id, fact_id, key, record_month, recorded_from)
) partition by range (record_month);
create index thread_key_open on record.thread_key (tenant, key, article_id, fact_id) where recorded_to = 'infinity';

-- A thread as a whole, as of a stretch of record time. Its first fact names it and gives it its place in lists.
create table record.thread
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    thread_id         text        not null,
    recorded_from     timestamptz not null,
    recorded_to       timestamptz not null default 'infinity' check (recorded_to > recorded_from),
    kind              text        not null,
    state             text        not null,
    bucket            text        not null,
    voice_name        text        not null,
    entity_key        text,
    due_from          date,
    due_to            date check (due_to >= due_from),
    first_day         date        not null,
    last_day          date        not null,
    article_count     integer     not null check (article_count >= 1),
    origin_count      integer     not null check (origin_count between 1 and article_count),
    first_accepted_at timestamptz not null,
    article_id        uuid        not null,
    fact_id           text        not null,
    position          integer     not null,
    record_month      date        not null,
    primary key (tenant, thread_id, recorded_from)
);
create index thread_order on record.thread (tenant, kind, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
create index thread_history on record.thread (tenant, kind, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity';
create index thread_entity on record.thread (tenant, entity_key, first_accepted_at desc, article_id desc, position);
create index thread_due on record.thread (tenant, due_to) where recorded_to = 'infinity' and due_to is not null;

-- That the deadline of the thread with this first fact passed, and no report told of it: an act in the log, made by the clock.
create table record.lapse
(
    tenant        text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    article_id    uuid        not null,
    fact_id       text        not null,
    due_to        date        not null,
    recorded_from timestamptz not null,
    primary key (tenant, article_id, fact_id, due_to)
);

-- Who has deadlines. What watches them asks under a setting of its own, which opens this table's names and nothing else.
create table deadline_tenant
(
    tenant text primary key check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);
alter table deadline_tenant enable row level security;
alter table deadline_tenant force row level security;
create policy of_tenant on deadline_tenant using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
create policy of_watch on deadline_tenant for select using (current_setting('averment.watch', true) = 'deadlines');
grant select, insert on deadline_tenant to ${serviceRole};

do
$$
declare
    parent text;
begin
    foreach parent in array array ['record.thread_fact', 'record.thread_key'] loop
        execute format('create table %s_other partition of %s default', parent, parent);
    end loop;
    foreach parent in array array ['record.thread_fact', 'record.thread_key', 'record.thread', 'record.lapse'] loop
        execute format('alter table %s enable row level security', parent);
        execute format('alter table %s force row level security', parent);
        execute format('create policy of_tenant on %s using (tenant = current_setting(''averment.tenant'', true))
                            with check (tenant = current_setting(''averment.tenant'', true))', parent);
        execute format('grant select, insert on %s to ${serviceRole}', parent);
        if parent <> 'record.lapse' then
            execute format('grant update (recorded_to) on %s to ${serviceRole}', parent);
        end if;
    end loop;
end
$$;
