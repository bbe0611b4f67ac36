-- What a generated record is made of: words, sentences, entities, outlets. Everything follows from numbers, so that each run makes
-- the same. A few words, entities and outlets are frequent and most are rare, as in the news.
create schema bench;

-- A number from 0 to n - 1 that looks random and follows from seed and salt.
create function bench.pick(seed bigint, salt bigint, n bigint) returns bigint
    language sql immutable parallel safe as
$$
select (hashint8extended(seed, salt) & 9223372036854775807) % n
$$;

-- The same, but small numbers are frequent: the density falls with the power of -2/3.
create function bench.rank(seed bigint, salt bigint, n bigint) returns bigint
    language sql immutable parallel safe as
$$
select floor(n * power(bench.pick(seed, salt, 1000000007) / 1000000007.0, 3))::bigint
$$;

create function bench.word(n bigint) returns text
    language sql immutable parallel safe as
$$
select case when n < 160 then '' else
           (array ['ba', 'den', 'fo', 'gil', 'har', 'jun', 'kel', 'lo', 'mar', 'nim', 'or', 'pa', 'quil', 'ros', 'sun', 'tar'])
               [1 + (n / 160) % 16] end
       || (array ['al', 'bor', 'ce', 'dra', 'fen', 'gar', 'hol', 'is', 'lum', 'mo'])[1 + n % 10]
       || (array ['ta', 'ver', 'win', 'zon', 'ling', 'mer', 'den', 'sel', 'rac', 'not', 'pid', 'kor', 'bus', 'fal', 'gim', 'hut'])
              [1 + (n / 10) % 16]
$$;

-- Less so, as words are that say something: with the power of -1/2, so that the most frequent one is in every tenth sentence or so.
create function bench.common(seed bigint, salt bigint, n bigint) returns bigint
    language sql immutable parallel safe as
$$
select floor(n * power(bench.pick(seed, salt, 1000000007) / 1000000007.0, 2))::bigint
$$;

-- Every other word of a sentence is one that is in every text, as in English.
create function bench.function_word(n bigint) returns text
    language sql immutable parallel safe as
$$
select (array ['the', 'of', 'to', 'a', 'in', 'that', 'and', 'for', 'on', 'with', 'at', 'by', 'is', 'was', 'it', 'from', 'as', 'be', 'this', 'are'])
           [1 + n]
$$;

create table bench.sentence as
select n, (select upper(left(words, 1)) || substr(words, 2) || '.'
           from (select string_agg(case when w % 2 = 0 then bench.function_word(bench.pick(n, w, 20))
                                        else bench.word(bench.common(n, w, 2560)) end, ' ' order by w) as words
                 from generate_series(1, 17 + bench.pick(n, 99, 10)) as w) as spoken) as words
from generate_series(0, 49999) as n;
alter table bench.sentence add primary key (n);

-- What of a sentence is quoted, or undertaken, and by which words it is found again.
create table bench.wording as
select s.n, array_to_string(w.words[1:11], ' ') as quoted, to_jsonb(w.folded[1:11]) as quoted_words,
       (select array_agg(distinct w.folded[i]) from generate_series(1, 11, 2) as i) as quoted_keys,
       array_to_string(w.words[1:9], ' ') as act, w.folded[1] as verb,
       (select jsonb_agg(jsonb_build_object('stem', w.folded[i], 'sort', 'WORD')) from generate_series(3, 9, 2) as i) as terms,
       (select array_agg(distinct w.folded[i]) from generate_series(3, 9, 2) as i) as act_keys
from bench.sentence s
cross join lateral (select string_to_array(words, ' ') as words, string_to_array(lower(words), ' ') as folded) as w;
alter table bench.wording add primary key (n);

create table bench.entity as
select n, 'wikidata:Q' || 1000000 + n as key,
       (array ['PERSON', 'PERSON', 'ORGANIZATION', 'PLACE'])[1 + n % 4] as type,
       (array ['USA', 'GBR', 'FRA', 'DEU', 'IND', 'CHN', 'RUS', 'UKR', 'ISR', 'IRQ', 'IRN', 'TUR', 'EGY', 'NGA', 'ZAF', 'BRA', 'MEX', 'JPN',
               'AUS', 'ISL'])[1 + bench.rank(n, 3, 20)] as country,
       initcap(bench.word(bench.pick(n, 1, 2560)) || ' ' || bench.word(bench.pick(n, 2, 2560))) as name
from generate_series(0, 19999) as n;
alter table bench.entity add primary key (n);

create table bench.outlet as
select n, 'The ' || initcap(bench.word(n * 7 % 2560)) || ' Post' as name from generate_series(0, 299) as n;
alter table bench.outlet add primary key (n);

create table bench.agency as select n, initcap(bench.word(n * 31 % 2560)) || ' Press' as name from generate_series(0, 11) as n;
alter table bench.agency add primary key (n);

insert into record.entity (tenant, entity_key, recorded_from, first_accepted_at, article_id, fact)
select 'demo', key, '2023-12-01', '2023-12-01', md5('article 0')::uuid,
       jsonb_build_object('id', key, 'type', type, 'name', name, 'country', country, 'aliases', '[]'::jsonb, 'external',
                          jsonb_build_object('wikidata', substr(key, 10)))
from bench.entity;
insert into record.entity_name (tenant, name, entity_key) select 'demo', lower(name), key from bench.entity;
