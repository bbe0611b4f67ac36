-- Which tenants were erased, when and by whom. It is the owner's: no tenant reads it, and the service learns through when its own is erased.
create table tenant_erasure
(
    number        bigint      generated always as identity primary key,
    erased_tenant text        not null check (erased_tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    erased_by     text        not null check (char_length(erased_by) between 1 and 200),
    begun_at      timestamptz not null default statement_timestamp(),
    ended_at      timestamptz check (ended_at >= begun_at),
    rows_erased   bigint      not null default 0 check (rows_erased >= 0)
);
comment on column tenant_erasure.ended_at is 'Null while it is under way, or was broken off and waits to be gone on with.';
create unique index tenant_erasure_open on tenant_erasure (erased_tenant) where ended_at is null;
create index tenant_erasure_tenant on tenant_erasure (erased_tenant);
alter table tenant_erasure enable row level security;
alter table tenant_erasure force row level security;
create policy of_owner on tenant_erasure to current_user using (true) with check (true);

-- Through when the session's tenant is erased: what was accepted until then is not let in, whenever it comes. Infinity while that is under
-- way, null when it never was. Volatile, so that it sees what was committed while the same statement waited for a lock.
create function erased_through() returns timestamptz
    language plpgsql security definer volatile
    set search_path = pg_catalog, pg_temp
as
$$
begin
    return (select max(coalesce(e.ended_at, 'infinity')) from public.tenant_erasure e
            where e.erased_tenant = current_setting('averment.tenant', true));
end
$$;
revoke execute on function erased_through() from public;
grant execute on function erased_through() to ${serviceRole};

-- Erases some rows of the session's tenant from one table, and says how many: for the owner's command, whom the policies bind as well. Of a
-- partitioned table it takes one month at a time, so that one partition is looked into. Always by an index: read from its beginning, a table
-- would be read past all that is gone already, each time.
create function erase_tenant_rows(target regclass, most integer) returns integer
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
    set enable_bitmapscan = off
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
    month_of  name;
    month     date;
    erased    integer;
begin
    if coalesce(tenant_of, '') = '' then
        raise exception 'no tenant is named' using errcode = 'insufficient_privilege';
    end if;
    select a.attname into month_of
    from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
    where p.partrelid = target;
    if month_of is null then
        execute format('delete from %1$s where tenant = $1
                            and ctid = any(array(select ctid from %1$s where tenant = $1 limit $2))', target)
            using tenant_of, most;
    else
        execute format('select %1$I from %2$s where tenant = $1 limit 1', month_of, target) into month using tenant_of;
        execute format('delete from %1$s where tenant = $1 and %2$I = $3
                            and ctid = any(array(select ctid from %1$s where tenant = $1 and %2$I = $3 limit $2))', target, month_of)
            using tenant_of, most, month;
    end if;
    get diagnostics erased = row_count;
    return erased;
end
$$;
-- How many rows of the session's tenant a table holds: what would be erased.
create function count_tenant_rows(target regclass) returns bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as
$$
declare
    tenant_of text := current_setting('averment.tenant', true);
    counted   bigint;
begin
    if coalesce(tenant_of, '') = '' then
        raise exception 'no tenant is named' using errcode = 'insufficient_privilege';
    end if;
    execute format('select count(*) from %s where tenant = $1', target) into counted using tenant_of;
    return counted;
end
$$;
revoke execute on function erase_tenant_rows(regclass, integer), count_tenant_rows(regclass) from public;

-- Takes off the oldest month of the audit log whose last entry is older than `kept`, and says whether there was one. Never one of the last
-- thirty days, whatever the service asks for: who has the service's credentials cannot hide what he did with them. It does not wait for
-- readers: the next turn makes up for it.
create function forget_audit_month(kept interval) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '2s'
as
$$
declare
    until_month date := date_trunc('month', (statement_timestamp() - greatest(kept, interval '30 days')) at time zone 'UTC')::date;
    part        name;
begin
    if not pg_try_advisory_xact_lock(hashtext('averment.audit.forgotten')) then
        return false;
    end if;
    select c.relname into part
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.audit'::regclass and c.relname ~ '^audit_[0-9]{4}_[0-9]{2}$'
        and c.relname < to_char(until_month, '"audit_"YYYY_MM')
    order by c.relname limit 1;
    if part is null then
        return false;
    end if;
    execute format('drop table public.%I', part);
    return true;
exception when lock_not_available then
    return false;
end
$$;

-- The same of months without a partition of their own: some entries at a time, and how many.
create function forget_audit_entries(kept interval, most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    until_month date := date_trunc('month', (statement_timestamp() - greatest(kept, interval '30 days')) at time zone 'UTC')::date;
    deleted     integer;
begin
    if not pg_try_advisory_xact_lock(hashtext('averment.audit.forgotten')) then
        return 0;
    end if;
    delete from public.audit_other
    where ctid = any(array(select ctid from public.audit_other where record_month < until_month limit most));
    get diagnostics deleted = row_count;
    return deleted;
end
$$;
create index audit_other_month on audit_other (record_month);
revoke execute on function forget_audit_month(interval), forget_audit_entries(interval, integer) from public;
grant execute on function forget_audit_month(interval), forget_audit_entries(interval, integer) to ${serviceRole};
