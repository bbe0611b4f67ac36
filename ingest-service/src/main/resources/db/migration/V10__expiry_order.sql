-- What has expired is looked for over all tenants, some rows at a time.
create index idempotent_request_expired on idempotent_request (expires_at);
create index request_allowance_expired on request_allowance (window_start);
