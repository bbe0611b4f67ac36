-- The articles numbered from :from to :to - 1 of :total, with all their facts. They are accepted evenly over the 36 months before
-- December 2026 and are in the record a second later.
create temporary table part (article bigint, ord int, n bigint, words text, start int, stop int);
insert into part
select article, ord, s.n, s.words,
       coalesce(sum(length(s.words) + 1) over (partition by article order by ord rows between unbounded preceding and 1 preceding),
                0)::int,
       coalesce(sum(length(s.words) + 1) over (partition by article order by ord rows between unbounded preceding and 1 preceding),
                0)::int + length(s.words)
from generate_series(:from, :to - 1) as article
cross join generate_series(0, 12) as ord
join bench.sentence s on s.n = bench.pick(article, ord, 50000);

-- The headline is the first sentence without its full stop, so a blank line takes the places of the stop and the blank.
create temporary table piece (
    article bigint, article_id uuid, record_month date, recorded_from timestamptz, accepted timestamptz, published date,
    outlet text, outlet_key text, content text, headline_length int, sentences jsonb);
insert into piece
select a.article, md5('article ' || a.article)::uuid, date_trunc('month', a.at at time zone 'UTC')::date, a.at + interval '1 second', a.at,
       a.at::date - bench.pick(a.article, 50, 2)::int, o.name, lower(o.name), t.content, t.headline, t.sentences
from (select n as article, timestamptz '2023-12-01 00:00:00+00'
                               + n * (timestamptz '2026-11-30 00:00:00+00' - timestamptz '2023-12-01 00:00:00+00') / :total as at
      from generate_series(:from, :to - 1) as n) as a
join bench.outlet o on o.n = bench.rank(a.article, 51, 300)
join (select article, string_agg(case when ord = 0 then left(words, -1) || E'\n' else words end, case when ord = 0 then E'\n' else ' ' end
                                 order by ord) as content,
             min(length(words) - 1) filter (where ord = 0) as headline,
             jsonb_agg(jsonb_build_object('start', start, 'end', stop) order by ord) as sentences
      from part group by article) as t using (article);
update piece set content = overlay(content placing E'\n\n' from headline_length + 1 for 2);
analyze part;
analyze piece;

create temporary table named (article bigint, ord int, n bigint, key text, type text, name text, country text);
insert into named
select article, ord, e.n, e.key, e.type, e.name, e.country
from generate_series(:from, :to - 1) as article
cross join generate_series(1, 6) as ord
join bench.entity e on e.n = bench.rank(article, 100 + ord, 20000);
analyze named;

create temporary table said as
select article, ord, (array ['DIRECT', 'INDIRECT', 'INDIRECT', 'MIXED'])[1 + bench.pick(article, 200 + ord, 4)] as kind,
       (array ['ASSERTS', 'ASSERTS', 'ASSERTS', 'ASSERTS', 'DENIES', 'WARNS', 'DEMANDS', 'PROMISES'])
           [1 + bench.pick(article, 300 + ord, 8)] as act
from part where ord % 2 = 0 and ord >= 2;
analyze said;

create temporary table promised as
select article, published + 1 + bench.pick(article, 60, 720)::int as latest,
       (array ['FIRM', 'EXPECTED', 'INTENDED', 'CONDITIONAL'])[1 + bench.pick(article, 61, 4)] as strength,
       (array ['MET', 'MISSED', 'MOVED', 'WITHDRAWN'])[1 + bench.pick(article, 62, 40)] as outcome
from piece where article % 2 = 1;
analyze promised;

insert into record.article (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                            published_on, valid_from, valid_to, fact, revision, generation, fingerprint, outlet, address, published_at,
                            accepted_at, headline_length, content, statement_count, commitment_count)
select 'demo', record_month, article_id, article_id::text, 0, recorded_from, accepted, outlet_key, 'en', published, published, published,
       jsonb_build_object('pipeline', '[]'::jsonb, 'degraded', '[]'::jsonb, 'sentences', sentences, 'mentions', '[]'::jsonb),
       1, 1, 'generated', outlet, 'https://news.example/' || article, published::text, accepted, headline_length, content, 6,
       (article % 2)::int
from piece;

insert into record.statement (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                              published_on, valid_from, valid_to, fact, kind, act, agency_key, speaker_name, content)
select 'demo', p.record_month, p.article_id, 's' || part.ord / 2, part.ord / 2 - 1, p.recorded_from, p.accepted, p.outlet_key, 'en', p.published,
       p.published, p.published,
       jsonb_build_object(
           'id', 's' || part.ord / 2, 'kind', k.kind, 'act', k.act, 'hedged', false,
           'content', jsonb_build_array(jsonb_build_object('start', start, 'end', stop, 'text', words)),
           'quoted', case when k.kind = 'INDIRECT' then '[]'::jsonb else jsonb_build_array(
               jsonb_build_object('start', start, 'end', start + length(w.quoted), 'text', w.quoted)) end, 'cue', '[]'::jsonb,
           'speaker', jsonb_build_object('name', e.name, 'entity', 'e' || part.ord / 2, 'spans', '[]'::jsonb),
           'chain', jsonb_build_array(
               jsonb_build_object('role', 'SPEAKER', 'name', e.name, 'spans', '[]'::jsonb),
               jsonb_build_object('role', 'OUTLET', 'name', p.outlet, 'spans', '[]'::jsonb))),
       k.kind, k.act, case when p.article % 3 = 0 then lower(a.name) end, e.name, words
from part
join said k using (article, ord)
join piece p using (article)
join bench.wording w on w.n = part.n
join named e on e.article = p.article and e.ord = part.ord / 2
join bench.agency a on a.n = bench.rank(p.article, 52, 12);

insert into record.commitment (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                               published_on, valid_from, valid_to, fact, strength, outcome, actor_name, announcer_name, due_from, due_to,
                               content)
select 'demo', p.record_month, p.article_id, 'c1', 0, p.recorded_from, p.accepted, p.outlet_key, 'en', p.published, p.published, d.latest,
       jsonb_build_object(
           'id', 'c1', 'actor', 'e1', 'act', jsonb_build_object('start', start, 'end', start + length(w.act), 'text', w.act),
           'objectSpans', '[]'::jsonb,
           'undertaker', jsonb_build_object('name', e.name, 'entity', 'e1', 'spans', '[]'::jsonb), 'negated', false, 'deadline', 't1',
           'due', jsonb_build_object('start', stop - 1, 'end', stop, 'text', '.', 'relation', 'BY', 'edtf', to_char(d.latest, 'YYYY-MM'),
                                     'latest', d.latest),
           'strength', d.strength, 'places', '[]'::jsonb),
       d.strength, d.outcome, e.name, e.name, date_trunc('month', d.latest)::date, d.latest, words
from part
join promised d using (article)
join piece p using (article)
join bench.wording w on w.n = part.n
join named e on e.article = p.article and e.ord = 1
where part.ord = 3;

insert into record.time_expression (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key,
                                    language, published_on, valid_from, valid_to, fact, type)
select 'demo', p.record_month, p.article_id, 't' || ord, ord - 1, p.recorded_from, p.accepted, p.outlet_key, 'en', p.published, d.day, d.day,
       jsonb_build_object('id', 't' || ord, 'start', start, 'end', stop, 'text', words, 'type', 'DATE', 'value', d.day, 'edtf', d.day,
                          'earliest', d.day, 'latest', d.day, 'anchor', 'PUBLICATION'),
       'DATE'
from part
join piece p using (article)
cross join lateral (select p.published - 30 + bench.pick(p.article, 70 + part.ord, 60)::int as day) as d
where part.ord between 1 and 3;

insert into record.named_entity (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, language,
                                 published_on, fact, entity_key, mention_count)
select 'demo', p.record_month, p.article_id, 'e' || ord, ord - 1, p.recorded_from, p.accepted, p.outlet_key, 'en', p.published,
       jsonb_build_object('id', 'e' || ord, 'type', type, 'name', name, 'country', country, 'aliases', '[]'::jsonb, 'external',
                          jsonb_build_object('wikidata', substr(key, 10))), key,
       1 + bench.pick(article, 80 + ord, 5)
from named join piece p using (article);

insert into record.reference (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, role, entity_key)
select distinct 'demo', p.record_month, p.article_id, r.fact, r.place, p.recorded_from, p.accepted, x.role, x.key
from named
join piece p using (article)
cross join lateral (values
    (p.article_id::text, 0, 'NAMED'), ('s' || ord, ord - 1, 'SPEAKER'), ('s' || 1 + ord % 6, ord % 6, 'CONTENT'),
    (case when ord = 1 and p.article % 2 = 1 then 'c1' end, 0, 'ACTOR')) as r(fact, place, role)
cross join lateral (values (r.role, named.key), ('COUNTRY_OF_' || r.role, named.country)) as x(role, key)
where r.fact is not null;

insert into record.opening (tenant, recorded_from, article_id, record_month) select 'demo', recorded_from, article_id, record_month from piece;

-- Of quotations and undertakings each is a thread of its own, since the news repeats little of all that is said. What was due before the
-- last day of the record has lapsed, so that the service does not begin with that.
create temporary table woven as
select p.article_id, 's' || part.ord / 2 as fact_id, part.ord / 2 - 1 as position, 'UTTERANCE' as kind, w.quoted_keys as keys,
       null::date as due_from, null::date as due_to, 'u' as letter, e.name, e.key, jsonb_build_object('words', w.quoted_words) as evidence
from part
join said k using (article, ord)
join piece p using (article)
join bench.wording w on w.n = part.n
join named e on e.article = p.article and e.ord = part.ord / 2
where k.kind <> 'INDIRECT'
union all
select p.article_id, 'c1', 0, 'COMMITMENT', w.act_keys, date_trunc('month', d.latest)::date, d.latest, 'c', e.name, e.key,
       jsonb_build_object('act', w.verb, 'terms', w.terms, 'dueFrom', date_trunc('month', d.latest)::date, 'dueTo', d.latest,
                          'within', false, 'report', coalesce(d.outcome, 'UNDERTAKEN'))
from part
join promised d using (article)
join piece p using (article)
join bench.wording w on w.n = part.n
join named e on e.article = p.article and e.ord = 1
where part.ord = 3;
analyze woven;

insert into record.thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, opened_at, kind,
                                thread_id, bucket, day, text_hash, evidence)
select 'demo', p.record_month, article_id, w.fact_id, w.position, p.recorded_from, p.accepted, p.recorded_from, w.kind,
       w.letter || encode(substr(sha256(convert_to(article_id || E'\n' || w.fact_id, 'UTF8')), 1, 10), 'hex'),
       w.kind || ':' || split_part(lower(w.name), ' ', 2), p.published, md5(p.content),
       w.evidence || jsonb_build_object('voice', jsonb_build_object('name', lower(w.name), 'entity', w.key))
from woven w join piece p using (article_id);

insert into record.thread_key (tenant, record_month, key, article_id, fact_id, recorded_from, least_shared)
select 'demo', p.record_month, w.kind || ':' || split_part(lower(w.name), ' ', 2) || '/' || k.word, article_id, w.fact_id, p.recorded_from,
       case when w.kind = 'UTTERANCE' and cardinality(w.keys) > 5 then 2 else 1 end
from woven w join piece p using (article_id) cross join lateral unnest(w.keys) as k(word);

insert into record.thread (tenant, thread_id, recorded_from, kind, state, bucket, voice_name, entity_key, due_from, due_to, first_day,
                           last_day, article_count, origin_count, first_accepted_at, article_id, fact_id, position, record_month)
select 'demo', w.letter || encode(substr(sha256(convert_to(article_id || E'\n' || w.fact_id, 'UTF8')), 1, 10), 'hex'), p.recorded_from,
       w.kind, case when w.evidence ->> 'report' in ('MET', 'MISSED', 'WITHDRAWN') then w.evidence ->> 'report'
                    when w.due_to < '2026-11-30' then 'LAPSED' else 'OPEN' end,
       w.kind || ':' || split_part(lower(w.name), ' ', 2), lower(w.name), w.key, w.due_from, w.due_to, p.published, p.published, 1, 1,
       p.accepted, article_id, w.fact_id, w.position, p.record_month
from woven w join piece p using (article_id)
where w.kind = 'COMMITMENT';

insert into record.lapse (tenant, article_id, fact_id, due_to, recorded_from)
select 'demo', article_id, fact_id, due_to, due_to + 2
from woven where kind = 'COMMITMENT' and evidence ->> 'report' in ('UNDERTAKEN', 'MOVED') and due_to < '2026-11-30';

-- Of eight articles in a row four tell of one story, two of another, and two of nothing else. They hang on the one before.
create temporary table told as
select p.article, p.article_id, p.record_month, p.recorded_from, p.accepted, p.published, md5(p.content) as text_hash,
       f.accepted as first_accepted, f.article_id as first_id, f.record_month as first_month,
       's' || encode(substr(sha256(convert_to(f.article_id::text, 'UTF8')), 1, 10), 'hex') as story_id,
       rank() over w as place, lead(p.recorded_from) over w as next,
       min(p.published) over w as first_day, max(p.published) over w as last_day,
       array ['S', 'O ' || p.outlet_key, 'L en'] || n.facets as facets
from piece p
join piece f on f.article = p.article - case when p.article % 8 < 4 then p.article % 8 when p.article % 8 < 6 then p.article % 2 else 0 end
join (select article, array_agg(distinct facet) as facets
      from named cross join lateral (values ('E ' || key), ('C ' || country)) as of(facet) group by article) as n on n.article = p.article
window w as (partition by f.article order by p.article);
analyze told;

insert into record.story_report (tenant, record_month, article_id, recorded_from, opened_at, first_accepted_at, day, text_hash, parent_id,
                                 affinity, story_id, traits, facets)
select 'demo', record_month, article_id, recorded_from, recorded_from, accepted, published, text_hash,
       case when place > 1 then md5('article ' || article - 1)::uuid end, case when place > 1 then 350 else 0 end, story_id,
       (select array_agg('w:' || bench.word(bench.common(article, 400 + i, 2560))) from generate_series(1, 12) as i), facets
from told;

-- Commonly a dozen. What is like nothing before has only keys of its own, so that is what they are.
insert into record.story_key (tenant, key, article_id, day, first_accepted_at, recorded_from)
select 'demo', hashint8extended(article, 500 + i), article_id, published, accepted, recorded_from
from told cross join generate_series(1, 12) as i;

insert into record.story (tenant, story_id, recorded_from, recorded_to, first_day, last_day, article_count, origin_count, first_accepted_at,
                          article_id, record_month)
select 'demo', story_id, recorded_from, coalesce(next, 'infinity'), first_day, last_day, place, place, first_accepted, first_id, first_month
from told where place > 1;

insert into record.story_facet (tenant, facet, story_id, recorded_from, first_accepted_at, article_id)
select 'demo', facet, story_id, greatest(min(t.recorded_from), s.listed), first_accepted, first_id
from told t
join (select story_id, min(recorded_from) as listed from told where place = 2 group by story_id) as s using (story_id)
cross join lateral unnest(t.facets) as of(facet)
group by facet, story_id, first_accepted, first_id, s.listed;

insert into public.log (tenant, record_month, ce_id, recorded_at, kind, article_id, revision, generation, fingerprint, lane, effect, payload)
select 'demo', record_month, md5('message ' || article), recorded_from, 'ANALYSIS_COMPLETED', article_id, 1, 1, 'generated', 'backfill',
       'OPENED', ''
from piece;
drop table part, piece, named, said, promised, woven, told;
