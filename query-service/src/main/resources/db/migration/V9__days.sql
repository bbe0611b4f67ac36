-- How days are found. Most facts hold on one day (span 0): those are found by it, in the order of lists. What holds for some days, at most
-- a month (span 1), is found by the day on which it begins, and what holds for longer or has no end (span 2) in the order of lists, by bounds
-- that the index compares itself. A span is a column, so that the planner knows how many facts have it. What has no days has none.
do
$$
declare
    fact text;
begin
    foreach fact in array array ['article', 'statement', 'commitment', 'time_expression', 'named_entity', 'conflict'] loop
        execute format('drop index record.%1$s_valid, record.%1$s_valid_long', fact);
        execute format('alter table record.%1$s drop column valid_long', fact);
    end loop;
    foreach fact in array array ['article', 'statement', 'commitment', 'time_expression'] loop
        execute format('alter table record.%1$s
                            add column valid_lower date generated always as
                                (case when valid_to is not null or valid_from is not null then coalesce(valid_from, ''-infinity'') end) stored,
                            add column valid_upper date generated always as
                                (case when valid_to is not null or valid_from is not null then coalesce(valid_to, ''infinity'') end) stored,
                            add column valid_span smallint generated always as
                                (case when valid_from is null and valid_to is null then null
                                      when valid_from is null or valid_to is null or valid_to - valid_from > 31 then 2
                                      when valid_to > valid_from then 1 else 0 end) stored', fact);
        execute format('create index %1$s_valid_day on record.%1$s
                            (tenant, valid_lower, first_accepted_at desc, article_id desc, position)
                            where recorded_to = ''infinity'' and valid_span = 0', fact);
        execute format('create index %1$s_valid_days on record.%1$s (tenant, valid_lower, valid_upper)
                            where recorded_to = ''infinity'' and valid_span = 1', fact);
        execute format('create index %1$s_valid_long on record.%1$s
                            (tenant, first_accepted_at desc, article_id desc, position, valid_lower, valid_upper)
                            where recorded_to = ''infinity'' and valid_span = 2', fact);
    end loop;
end
$$;

-- Deadlines likewise, of which those of some days are found by the last of them.
do
$$
declare
    name text;
begin
    foreach name in array array ['commitment', 'thread'] loop
        execute format('alter table record.%1$s add column due_span smallint generated always as
                                (case when due_from is null and due_to is null then null
                                      when due_from is null or due_to is null or due_to - due_from > 31 then 2
                                      when due_to > due_from then 1 else 0 end) stored', name);
        execute format('create index %1$s_due_day on record.%1$s
                            (tenant, due_to, first_accepted_at desc, article_id desc, position)
                            where recorded_to = ''infinity'' and due_span = 0', name);
        execute format('create index %1$s_due_days on record.%1$s (tenant, due_to, article_id, position)
                            where recorded_to = ''infinity'' and due_span = 1', name);
        execute format('create index %1$s_due_long on record.%1$s (tenant, due_to, article_id, position)
                            where recorded_to = ''infinity'' and due_span = 2', name);
    end loop;
end
$$;

create index thread_state on record.thread (tenant, kind, state, first_accepted_at desc, article_id desc, position)
    where recorded_to = 'infinity';
