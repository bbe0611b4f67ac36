-- Queries of lists that clients saved under a name. They follow from no message, so they stand outside of the schema record, and a rebuild
-- leaves them alone. Whoever reads for the tenant sees them; owner is the subject of the token that saved them.
create table saved_query
(
    tenant     text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    query_id   uuid        not null,
    owner      text        not null check (char_length(owner) between 1 and 200),
    name       text        not null check (char_length(name) between 1 and 100),
    list       text        not null,
    parameters jsonb       not null,
    revision   integer     not null default 1 check (revision >= 1),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (tenant, query_id)
);
create unique index saved_query_name on saved_query (tenant, owner, name);
create index saved_query_order on saved_query (tenant, created_at desc, query_id desc);
alter table saved_query enable row level security;
alter table saved_query force row level security;
create policy of_tenant on saved_query using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert, delete, update (name, list, parameters, revision, changed_at) on saved_query to ${serviceRole};

-- Writing requests that clients have sent with a key of their own, and their answers, for as long as they may be repeated.
create table idempotent_request
(
    tenant      text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    client      text        not null check (char_length(client) between 1 and 200),
    key         text        not null check (char_length(key) between 1 and 200),
    fingerprint text        not null,
    expires_at  timestamptz not null,
    status      integer check (status between 200 and 299),
    location    text,
    tag         text,
    body        bytea,
    primary key (tenant, client, key),
    check ((status is null) = (body is null))
);
comment on column idempotent_request.client is 'The subject of the token: keys of different people are different.';
alter table idempotent_request enable row level security;
alter table idempotent_request force row level security;
create policy of_tenant on idempotent_request using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert, update (fingerprint, expires_at, status, location, tag, body) on idempotent_request to ${serviceRole};

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
        select r.tenant, r.client, r.key from public.idempotent_request r where r.expires_at <= statement_timestamp()
        limit most for update skip locked)
    delete from public.idempotent_request r using expired e
    where r.tenant = e.tenant and r.client = e.client and r.key = e.key;
    get diagnostics deleted = row_count;
    perform set_config('averment.scope', '', true);
    return deleted;
end
$$;
revoke execute on function forget_allowances(interval, integer), forget_requests(integer) from public;
grant execute on function forget_allowances(interval, integer), forget_requests(integer) to ${serviceRole};

-- Outlets and agencies as of an earlier instant are found like the current ones: from one name to the next.
create index article_outlet_history on record.article (tenant, outlet_key, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity';
create index statement_outlet_history on record.statement (tenant, outlet_key, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity';
create index statement_agency_history on record.statement (tenant, agency_key, first_accepted_at desc, article_id desc, position)
    where recorded_to < 'infinity' and agency_key is not null;
