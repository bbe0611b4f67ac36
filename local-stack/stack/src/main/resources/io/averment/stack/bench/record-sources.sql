-- What is kept of each outlet and agency, from the generated facts.
insert into record.source_month
select a.tenant, 'OUTLET', a.outlet_key, a.record_month, count(*), sum(a.statement_count), min(a.first_accepted_at), max(a.first_accepted_at),
       (array_agg(a.article_id order by a.first_accepted_at desc, a.article_id desc))[1],
       (array_agg(a.outlet order by a.first_accepted_at desc, a.article_id desc))[1]
from record.article a group by a.tenant, a.outlet_key, a.record_month;
insert into record.source_month
select s.tenant, 'AGENCY', s.agency_key, s.record_month, 0, count(*), min(s.first_accepted_at), max(s.first_accepted_at),
       (array_agg(s.article_id order by s.first_accepted_at desc, s.article_id desc))[1], initcap(s.agency_key)
from record.statement s where s.agency_key is not null group by s.tenant, s.agency_key, s.record_month;
