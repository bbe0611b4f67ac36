-- How much of its current window replicas have taken for each client. It is no part of the record and needs not survive a
-- crash of the database: clients then begin a new window.
create unlogged table request_allowance
(
    tenant       text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    client       text        not null check (client ~ '^[0-9a-f]{32}$'),
    window_start timestamptz not null,
    granted      integer     not null check (granted >= 0),
    leased       integer     not null check (leased >= 0),
    primary key (tenant, client)
);
comment on column request_allowance.client is 'A hash of application and user.';
comment on column request_allowance.granted is 'Requests of the window that replicas have taken, all together.';
comment on column request_allowance.leased is 'How many of them the last lease took.';
alter table request_allowance enable row level security;
alter table request_allowance force row level security;
create policy of_tenant on request_allowance
    using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));
grant select, insert, update (window_start, granted, leased) on request_allowance to ${serviceRole};
