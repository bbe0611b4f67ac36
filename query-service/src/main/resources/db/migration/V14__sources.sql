-- What comes from each outlet, and through each agency, month by month: kept beside the current facts, since counting them at each request
-- reads thousands of rows a source. It follows from the current facts alone, as of no instant. The name is as the newest article writes it.
-- A change may be negative before it is added to what is there, so no check forbids it.
create table record.source_month
(
    tenant            text        not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind              text        not null,
    source_key        text        not null,
    record_month      date        not null check (extract(day from record_month) = 1),
    articles          integer     not null,
    statements        integer     not null,
    first_accepted_at timestamptz not null,
    last_accepted_at  timestamptz not null,
    last_article_id   uuid        not null,
    name              text        not null,
    primary key (tenant, kind, source_key, record_month)
);
alter table record.source_month enable row level security;
create policy of_tenant on record.source_month using (tenant = current_setting('averment.tenant', true))
    with check (tenant = current_setting('averment.tenant', true));

-- Rows are counted as the owner, whom row-level security binds too: it is put aside for the tables that are read.
alter table record.article no force row level security;
alter table record.statement no force row level security;
insert into record.source_month
select a.tenant, 'OUTLET', a.outlet_key, a.record_month, count(*), coalesce(sum(s.statements), 0), min(a.first_accepted_at),
       max(a.first_accepted_at), (array_agg(a.article_id order by a.first_accepted_at desc, a.article_id desc))[1],
       (array_agg(a.outlet order by a.first_accepted_at desc, a.article_id desc))[1]
from record.article a
left join lateral (select count(*) as statements from record.statement s
    where s.tenant = a.tenant and s.article_id = a.article_id and s.record_month = a.record_month and s.recorded_to = 'infinity') as s on true
where a.recorded_to = 'infinity'
group by a.tenant, a.outlet_key, a.record_month;
insert into record.source_month
select s.tenant, 'AGENCY', s.agency_key, s.record_month, 0, count(*), min(s.first_accepted_at), max(s.first_accepted_at),
       (array_agg(s.article_id order by s.first_accepted_at desc, s.article_id desc))[1],
       coalesce((array_agg(hop.name order by s.first_accepted_at desc, s.article_id desc, s.position))[1], s.agency_key)
from record.statement s
left join lateral (select h ->> 'name' as name from jsonb_array_elements(s.fact -> 'chain') with ordinality as e(h, place)
    where h ->> 'role' = 'AGENCY' order by place desc limit 1) as hop on true
where s.recorded_to = 'infinity' and s.agency_key is not null
group by s.tenant, s.agency_key, s.record_month;
alter table record.article force row level security;
alter table record.statement force row level security;

alter table record.source_month force row level security;
grant select, insert, delete on record.source_month to ${serviceRole};
grant update (articles, statements, first_accepted_at, last_accepted_at, last_article_id, name) on record.source_month to ${serviceRole};
