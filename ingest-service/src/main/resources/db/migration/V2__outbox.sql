-- Messages that are committed together with what they tell of, until the broker has them.

create table outbox (
  sequence bigint generated always as identity primary key,
  tenant text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  article_id uuid not null,
  revision integer not null check (revision >= 1),
  lane text not null check (lane in ('live', 'backfill', 'reanalysis')),
  topic text not null,
  event_type text not null,
  event_id text not null,
  traceparent text,
  created_at timestamptz not null,
  payload text not null,
  payload_size integer not null
);
comment on column outbox.sequence is 'Rises within an article, whose rows are written under its lock; elsewhere gaps and disorder are usual.';
-- Finds the older rows of an article, which keep the younger ones from being claimed.
create unique index outbox_article on outbox (tenant, article_id, sequence);

alter table outbox enable row level security;
alter table outbox force row level security;

-- A tenant's transaction adds rows (and reads back the number of the row that it added).
create policy outbox_add on outbox for insert
  with check (tenant = current_setting('averment.tenant', true));
create policy outbox_read on outbox for select
  using (tenant = current_setting('averment.tenant', true));

-- The relay works for all tenants, here and nowhere else: it reads, locks and deletes. PostgreSQL asks for the right to
-- update before it locks a row; the check lets no update through, nor can an identity column be given a value.
create policy outbox_relay_read on outbox for select
  using (current_setting('averment.scope', true) = 'relay');
create policy outbox_relay_lock on outbox for update
  using (current_setting('averment.scope', true) = 'relay')
  with check (false);
create policy outbox_relay_delete on outbox for delete
  using (current_setting('averment.scope', true) = 'relay');

grant select, insert, delete, update (sequence) on outbox to ${serviceRole};
