-- Withdrawal of an article: its text goes, the fact that it was withdrawn stays. The service's role may still not change or
-- delete a revision; what erases is a function of the owner's, which does this one thing and leaves an entry each time.

alter table article add column withdrawn_at timestamptz;
comment on column article.withdrawn_at is 'Since when no report of it is taken in; null when reports are.';

alter table revision add column erased_at timestamptz;
alter table revision drop constraint revision_check;
alter table revision add constraint revision_text
  check (headline is not null or body is not null or erased_at is not null);

create table withdrawal (
  tenant text not null,
  article_id uuid not null,
  number integer not null check (number >= 1),
  act text not null check (act in ('WITHDRAWN', 'LIFTED')),
  through_revision integer not null check (through_revision >= 1),
  reason text not null check (reason in ('LEGAL', 'RETRACTED', 'EMBARGOED', 'OTHER')),
  note text check (char_length(note) <= 1000),
  acted_by text not null check (char_length(acted_by) between 1 and 200),
  acted_at timestamptz not null,
  primary key (tenant, article_id, number),
  foreign key (tenant, article_id) references article (tenant, id)
);
comment on column withdrawal.through_revision is 'The last revision that it covers; what is sent after it was lifted is a later one.';

alter table withdrawal enable row level security;
alter table withdrawal force row level security;
create policy withdrawal_of_tenant on withdrawal
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));
grant select on withdrawal to ${serviceRole};

-- The function works as the owner, whom row-level security binds as well: it sees the tenant that the transaction has named.
-- What waits in the outbox holds text too. The owner needs a policy to delete it; the service's role gets none.
create policy outbox_withdraw on outbox for delete to current_user
  using (tenant = current_setting('averment.tenant', true));

-- Erases the text of all revisions of an article of the transaction's tenant and records who did, why and when; the same again
-- changes nothing. Answers the revision through which it is withdrawn, or null when there is no such article.
create function withdraw_article(article uuid, why text, remark text, who text, at timestamptz) returns integer
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as
$$
declare
  owner_of text := current_setting('averment.tenant', true);
  latest integer;
  since timestamptz;
begin
  select a.latest_revision, a.withdrawn_at into latest, since
    from public.article a where a.tenant = owner_of and a.id = article for update;
  if latest is null or latest < 1 then
    return null;
  end if;
  if since is not null then
    return latest;
  end if;
  insert into public.withdrawal (tenant, article_id, number, act, through_revision, reason, note, acted_by, acted_at)
    select owner_of, article, count(*) + 1, 'WITHDRAWN', latest, why, remark, who, at
    from public.withdrawal w where w.tenant = owner_of and w.article_id = article;
  update public.article a set withdrawn_at = at, latest_fingerprint = ''
    where a.tenant = owner_of and a.id = article;
  update public.revision r set headline = null, body = null, erased_at = at
    where r.tenant = owner_of and r.article_id = article and r.erased_at is null;
  delete from public.outbox o where o.tenant = owner_of and o.article_id = article and o.revision <= latest
    and o.event_type = 'io.averment.article.accepted.v1';
  return latest;
end
$$;

-- Lets reports of the article in again, as later revisions; what was erased stays so. Answers whether it was withdrawn.
create function lift_withdrawal(article uuid, who text, at timestamptz) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as
$$
declare
  owner_of text := current_setting('averment.tenant', true);
begin
  update public.article a set withdrawn_at = null
    where a.tenant = owner_of and a.id = article and a.withdrawn_at is not null;
  if not found then
    return false;
  end if;
  insert into public.withdrawal (tenant, article_id, number, act, through_revision, reason, acted_by, acted_at)
    select owner_of, article, w.number + 1, 'LIFTED', w.through_revision, w.reason, who, at
    from public.withdrawal w where w.tenant = owner_of and w.article_id = article
    order by w.number desc limit 1;
  return true;
end
$$;

revoke execute on function withdraw_article(uuid, text, text, text, timestamptz) from public;
revoke execute on function lift_withdrawal(uuid, text, timestamptz) from public;
grant execute on function withdraw_article(uuid, text, text, text, timestamptz) to ${serviceRole};
grant execute on function lift_withdrawal(uuid, text, timestamptz) to ${serviceRole};
