-- The analysis of the generated article :article, as a message would carry it.
select jsonb_build_object(
    'outlet', a.outlet, 'language', a.language, 'publishedAt', a.published_at, 'text', a.content,
    'pipeline', '[]'::jsonb, 'degraded', '[]'::jsonb, 'sentences', a.fact -> 'sentences', 'mentions', '[]'::jsonb,
    'entities', (select coalesce(jsonb_agg(f.fact order by f.position), '[]') from record.named_entity f where f.tenant = a.tenant
        and f.article_id = a.article_id and f.record_month = a.record_month),
    'times', (select coalesce(jsonb_agg(f.fact order by f.position), '[]') from record.time_expression f where f.tenant = a.tenant
        and f.article_id = a.article_id and f.record_month = a.record_month),
    'statements', (select coalesce(jsonb_agg(f.fact order by f.position), '[]') from record.statement f where f.tenant = a.tenant
        and f.article_id = a.article_id and f.record_month = a.record_month),
    'commitments', (select coalesce(jsonb_agg(f.fact order by f.position), '[]') from record.commitment f where f.tenant = a.tenant
        and f.article_id = a.article_id and f.record_month = a.record_month),
    'conflicts', '[]'::jsonb)::text, a.headline_length
from record.article a join record.opening m using (tenant, article_id, record_month, recorded_from)
where a.tenant = 'demo' and m.article_id = md5('article ' || :article)::uuid
