-- How many keys another fact shares with one if the two may be linked: so those that share too few are not even read. Of rows that were there before
-- nothing is known, and one shared key is enough, until the record is rebuilt. Beside the key in its index stands all that the search needs: an
-- entry there instead of a row each. Writers wait while the index is made, some ten seconds for a million keys.
alter table record.thread_key
    add column least_shared smallint not null default 1 check (least_shared >= 1);
alter table record.thread_key drop constraint thread_key_pkey;
alter table record.thread_key add primary key (tenant, key, article_id, fact_id, recorded_from)
    include (recorded_to, record_month, least_shared);
