-- What has expired is deleted for all tenants, by functions of the owner's that can delete nothing else. Replicas may call them at once:
-- rows that one of them holds are passed over by the others. Both answer how many rows they deleted, at most as many as asked.
create policy of_expiry on request_allowance to current_user using (current_setting('averment.scope', true) = 'expiry');
create policy of_expiry on idempotent_request to current_user using (current_setting('averment.scope', true) = 'expiry');

-- A window that has ended is as good as none: the next request begins another one. One window more is waited for, for replicas of another
-- configuration.
create function forget_allowances(width interval, most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    deleted integer;
begin
    perform set_config('averment.scope', 'expiry', true);
    with expired as (
        select a.tenant, a.client from public.request_allowance a
        where a.window_start < statement_timestamp() - 2 * greatest(width, interval '1 second')
        limit most for update skip locked)
    delete from public.request_allowance a using expired e where a.tenant = e.tenant and a.client = e.client;
    get diagnostics deleted = row_count;
    perform set_config('averment.scope', '', true);
    return deleted;
end
$$;

create function forget_requests(most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    deleted integer;
begin
    perform set_config('averment.scope', 'expiry', true);
    with expired as (
        select r.tenant, r.key from public.idempotent_request r where r.expires_at <= statement_timestamp()
        limit most for update skip locked)
    delete from public.idempotent_request r using expired e where r.tenant = e.tenant and r.key = e.key;
    get diagnostics deleted = row_count;
    perform set_config('averment.scope', '', true);
    return deleted;
end
$$;
revoke execute on function forget_allowances(interval, integer), forget_requests(integer) from public;
grant execute on function forget_allowances(interval, integer), forget_requests(integer) to ${serviceRole};
