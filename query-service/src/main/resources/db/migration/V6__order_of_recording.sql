-- The order in which things were recorded, for clients that ask for what is newer than they have.
do
$$
declare
    fact text;
begin
    foreach fact in array array ['article', 'statement', 'commitment', 'time_expression'] loop
        execute format('create index %1$s_recorded on record.%1$s (tenant, recorded_from, article_id, position)
                            where recorded_to = ''infinity''', fact);
    end loop;
end
$$;
