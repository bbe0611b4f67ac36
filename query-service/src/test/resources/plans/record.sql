-- 30,000 articles over six months, each value of a filter held by 20 of them; far more than any page.
select ensure_record_months('2001-01-01', '2001-07-01');

create temporary table plan as
select n, md5('plans ' || n)::uuid as article_id, make_date(2001, 1 + n % 6, 1) as record_month,
       make_date(2001, 1 + n % 6, 1) + n * interval '72 seconds' as accepted, 'plans ' || n % 1500 as outlet,
       make_date(2001, 1 + n % 6, 1) + n / 1500 as day, 'name:plans' || n % 1500 as entity, 'Plans Person' || n % 1500 as person
from generate_series(1, 30000) as n;

insert into record.article (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                            published_on, valid_from, valid_to, fact, revision, generation, fingerprint, outlet, published_at, accepted_at,
                            headline_length, content, statement_count, commitment_count)
select 'other', record_month, article_id, article_id::text, 0, accepted, accepted, outlet, 'en', day, day, day,
       '{"pipeline": [], "degraded": [], "sentences": [], "mentions": []}', 1, 1, 'plans', outlet, day::text, accepted, 0,
       'The planners wait for planword' || n % 1500 || ' number plancount' || n || '.', 1, 1
from plan;
insert into record.opening (tenant, recorded_from, article_id, record_month) select 'other', accepted, article_id, record_month from plan;

insert into record.statement (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                              published_on, valid_from, valid_to, fact, kind, act, agency_key, speaker_name, content)
select 'other', record_month, article_id, 's1', 0, accepted, accepted, outlet, 'en', day, day, day,
       jsonb_build_object('id', 's1', 'kind', 'DIRECT', 'act', 'ASSERTS', 'hedged', false,
                          'content', '[{"start": 0, "end": 3, "text": "The"}]'::jsonb, 'quoted', '[]'::jsonb,
                          'cue', '[]'::jsonb, 'chain', '[]'::jsonb,
                          'speaker', jsonb_build_object('name', person, 'entity', 'e1', 'spans', '[]'::jsonb)),
       case when n % 1500 = 7 then 'UNKNOWN' else (array ['DIRECT', 'INDIRECT'])[1 + n / 6 % 2] end,
       case when n % 1500 = 7 then 'PLANACT' else (array ['ASSERTS', 'DENIES', 'WARNS'])[1 + n / 6 % 3] end, outlet, person,
       'We wait for planword' || n % 1500 || ' and plancommon.'
from plan;

insert into record.commitment (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                               published_on, valid_from, valid_to, fact, strength, outcome, actor_name, announcer_name, due_from, due_to,
                               content)
select 'other', record_month, article_id, 'c1', 0, accepted, accepted, outlet, 'en', day, day, day + 400,
       jsonb_build_object('id', 'c1', 'actor', 'e1', 'act', '{"start": 0, "end": 4, "text": "wait"}'::jsonb, 'objectSpans', '[]'::jsonb,
                          'negated', false, 'strength', 'FIRM', 'places', '[]'::jsonb),
       'FIRM', case when n % 1500 = 7 then 'MET' end, person, person, day + 400, day + 400, 'They will wait for planword' || n % 1500 || '.'
from plan;

insert into record.time_expression (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key,
                                    language, published_on, valid_from, valid_to, fact, type)
select 'other', record_month, article_id, 't1', 0, accepted, accepted, outlet, 'en', day, day - 40, day - 40,
       '{"id": "t1", "start": 0, "end": 3, "text": "The", "type": "DATE"}', 'DATE'
from plan;

insert into record.named_entity (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                                 published_on, fact, entity_key, mention_count)
select 'other', record_month, article_id, 'e1', 0, accepted, accepted, outlet, 'en', day,
       jsonb_build_object('id', 'e1', 'type', 'PERSON', 'name', person, 'aliases', '[]'::jsonb, 'external', '{}'::jsonb), entity, 1
from plan;

insert into record.reference (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, role, entity_key)
select 'other', record_month, article_id, r.fact, 0, accepted, accepted, r.role, entity
from plan cross join lateral (values (article_id::text, 'NAMED'), ('s1', 'SPEAKER'), ('c1', 'ACTOR')) as r (fact, role);

-- Each of twenty countries stands in a twentieth of the articles.
insert into record.reference (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, role, entity_key)
select 'other', record_month, article_id, r.fact, 0, accepted, accepted, 'COUNTRY_OF_' || r.role, 'PL' || chr(65 + n % 20)
from plan cross join lateral (values (article_id::text, 'NAMED'), ('s1', 'SPEAKER'), ('c1', 'ACTOR')) as r (fact, role);

-- An outlet that has a tenth as many on its own, and a country that stands in two of its articles and in no others.
create temporary table large as
select n, md5('plans large ' || n)::uuid as article_id, date '2001-03-01' as record_month,
       timestamptz '2001-03-01T00:00:00Z' + n * interval '72 seconds' as accepted
from generate_series(1, 3000) as n;
insert into record.article (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                            published_on, valid_from, valid_to, fact, revision, generation, fingerprint, outlet, published_at, accepted_at,
                            headline_length, content, statement_count, commitment_count)
select 'other', record_month, article_id, article_id::text, 0, accepted, accepted, 'plans large', 'en', record_month, record_month, record_month,
       '{"pipeline": [], "degraded": [], "sentences": [], "mentions": []}', 1, 1, 'plans', 'plans large', record_month::text, accepted, 0,
       'The planners wait.', 0, 0
from large;
insert into record.opening (tenant, recorded_from, article_id, record_month) select 'other', accepted, article_id, record_month from large;
insert into record.reference (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, role, entity_key)
select 'other', record_month, article_id, article_id::text, 0, accepted, accepted, 'COUNTRY_OF_NAMED', 'PLZ' from large where n in (7, 1500);

insert into record.entity (tenant, entity_key, recorded_from, first_accepted_at, article_id, fact)
select distinct on (entity) 'other', entity, accepted, accepted, article_id,
       jsonb_build_object('id', entity, 'type', 'PERSON', 'name', person, 'aliases', '[]'::jsonb, 'external', '{}'::jsonb)
from plan order by entity, n;
insert into record.entity_name (tenant, name, entity_key) select distinct 'other', lower(person), entity from plan;

insert into record.thread (tenant, thread_id, recorded_from, kind, state, bucket, voice_name, entity_key, due_from, due_to, first_day, last_day,
                           article_count, origin_count, first_accepted_at, article_id, fact_id, position, record_month)
select 'other', 'c' || left(md5('plans ' || n), 20), accepted, 'COMMITMENT', case when n % 1500 = 7 then 'MET' else 'LAPSED' end, 'plans', person,
       entity, day + 400, day + 400, day, day, 1, 1, accepted, article_id, 'c1', 0, record_month
from plan;

-- 250 stories of 100 reports each, and one of 5,000. Every tenth report is a copy of its story's first.
alter table plan add story text;
update plan set story = 's' || lpad((case when n % 300 between 200 and 249 then 200 else n % 300 end)::text, 20, '0');
insert into record.story_report (tenant, record_month, article_id, recorded_from, opened_at, first_accepted_at, day, origin, text_hash, parent_id,
                                 affinity, story_id, traits, facets)
select 'other', record_month, article_id, accepted, accepted, accepted, day,
       case when n > 300 and n / 300 % 10 = 1 then md5('plans ' || n % 300)::uuid::text end, 'plans ' || n,
       case when n > 300 then md5('plans ' || n - 300)::uuid end, case when n > 300 then 400 else 0 end, story,
       array ['w:plan' || n % 300], array ['S', 'O ' || outlet, 'E ' || entity, 'L en', 'C PL' || chr(65 + n % 20)]
from plan;
insert into record.story (tenant, story_id, recorded_from, first_day, last_day, article_count, origin_count, first_accepted_at, article_id,
                          record_month)
select 'other', story, accepted, day, day + case when n % 3 = 0 then 0 else n % 60 end,
       case when n = 200 then 5000 else 100 end, 20, accepted, article_id, record_month
from plan where n <= 300 and n not between 201 and 249;
insert into record.story_facet (tenant, facet, story_id, recorded_from, first_accepted_at, article_id)
select 'other', u.facet, story, accepted, accepted, article_id
from plan cross join lateral unnest(array ['S', 'O ' || outlet, 'E ' || entity, 'L en', 'C PL' || chr(65 + n % 20)]) as u(facet)
where n <= 300 and n not between 201 and 249;

-- A commitment in each report of the long story, and a lapse of every tenth of all commitments, a month later.
insert into record.thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, opened_at, kind,
                                thread_id, bucket, day, text_hash, evidence)
select 'other', record_month, article_id, 'c1', 0, accepted, accepted, accepted, 'COMMITMENT', 'c' || left(md5('plans ' || n), 20), 'plans', day,
       'plans ' || n,
       jsonb_build_object('voice', jsonb_build_object('name', lower(person)), 'act', 'wait', 'terms', '[]'::jsonb, 'dueFrom', day + 30,
                          'dueTo', day + 30, 'within', false, 'report', 'UNDERTAKEN')
from plan where n % 300 between 200 and 249;
insert into record.lapse (tenant, article_id, fact_id, due_to, recorded_from)
select 'other', article_id, 'c1', day + 30, accepted + interval '40 days' from plan where n % 10 = 0;

drop table plan;

insert into record.source_month
select tenant, 'OUTLET', outlet_key, record_month, count(*), count(*), min(first_accepted_at), max(first_accepted_at),
       (array_agg(article_id order by first_accepted_at desc))[1], outlet_key
from record.article where tenant = 'other' and record_month between '2001-01-01' and '2001-06-01' group by 1, 3, 4;
insert into record.source_month
select tenant, 'AGENCY', agency_key, record_month, 0, count(*), min(first_accepted_at), max(first_accepted_at),
       (array_agg(article_id order by first_accepted_at desc))[1], agency_key
from record.statement where tenant = 'other' and record_month between '2001-01-01' and '2001-06-01' group by 1, 3, 4;
