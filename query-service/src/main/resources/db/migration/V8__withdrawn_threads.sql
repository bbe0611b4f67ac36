-- Erases what threads keep of the words of versions that a logged withdrawal of the transaction's tenant has erased: facts and keys
-- whose version is not there any more, and what was told of their threads in the past. `target` is the schema that the facts stand in.
-- Answers how many facts were erased.
create function erase_withdrawn_threads(target text, article uuid, month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
    erased    integer;
begin
    if target not in ('record', 'record_next') then
        raise exception 'not a schema of the record' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from public.log l
                   where l.tenant = tenant_of and l.record_month = month and l.article_id = article
                       and l.kind = 'ARTICLE_WITHDRAWN') then
        return 0;
    end if;
    execute format($sql$
        delete from %1$I.thread_fact f
        where f.tenant = $1 and f.record_month = $2 and f.article_id = $3
            and not exists (select from %1$I.article a
                where a.tenant = $1 and a.record_month = $2 and a.article_id = $3 and a.recorded_from = f.opened_at)$sql$, target)
        using tenant_of, month, article;
    get diagnostics erased = row_count;
    execute format($sql$
        delete from %1$I.thread_key k
        where k.tenant = $1 and k.record_month = $2 and k.article_id = $3
            and not exists (select from %1$I.thread_fact f
                where f.tenant = $1 and f.record_month = $2 and f.article_id = $3 and f.fact_id = k.fact_id)$sql$, target)
        using tenant_of, month, article;
    execute format($sql$
        delete from %1$I.thread t
        where t.tenant = $1 and t.record_month = $2 and t.article_id = $3 and t.recorded_to < 'infinity'
            and not exists (select from %1$I.thread_fact f
                where f.tenant = $1 and f.record_month = $2 and f.article_id = $3 and f.fact_id = t.fact_id)$sql$, target)
        using tenant_of, month, article;
    return erased;
end
$$;
revoke execute on function erase_withdrawn_threads(text, uuid, date) from public;
grant execute on function erase_withdrawn_threads(text, uuid, date) to ${serviceRole};
