-- Requests that clients have sent with a key of their own, and their answers, which hold no text of reports.
create table idempotent_request (
  tenant text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  key text not null check (char_length(key) between 1 and 200),
  fingerprint text not null,
  holder uuid not null,
  held_until timestamptz not null,
  expires_at timestamptz not null,
  status integer check (status between 200 and 299),
  location text,
  body bytea,
  primary key (tenant, key),
  check ((status is null) = (body is null))
);
comment on column idempotent_request.holder is 'Who carries the request out; nobody else may write its answer.';
comment on column idempotent_request.held_until is 'When a request without an answer counts as lost.';
create index idempotent_request_expiry on idempotent_request (tenant, expires_at);
alter table idempotent_request enable row level security;
alter table idempotent_request force row level security;
create policy idempotent_request_of_tenant on idempotent_request
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));
grant select, insert, delete, update (fingerprint, holder, held_until, expires_at, status, location, body)
  on idempotent_request to ${serviceRole};
