-- Who sent, read or changed what, when, and what came of it. It is only ever added to; old entries are the owner's to take off, as
-- whole partitions, by the operator's rules.
create sequence audit_number;
create table audit (
  tenant text not null check (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  month date not null check (extract(day from month) = 1),
  number bigint not null default nextval('audit_number'),
  at timestamptz not null,
  subject text not null,
  client text not null,
  method text not null,
  operation text,
  path text not null,
  parameters jsonb not null,
  items integer check (items >= 0),
  status smallint not null,
  primary key (tenant, month, number)
) partition by range (month);
comment on column audit.month is 'The UTC month of at.';
create index audit_order on audit (tenant, number desc);
create table audit_other partition of audit default;
alter table audit enable row level security;
alter table audit force row level security;
create policy audit_of_tenant on audit
  using (tenant = current_setting('averment.tenant', true))
  with check (tenant = current_setting('averment.tenant', true));
grant select, insert on audit to ${serviceRole};
grant usage on sequence audit_number to ${serviceRole};

-- Makes the partitions of the months in [first_day, last_day], but for those whose rows stand in the default partition already.
-- afterMigrate.sql calls it, so that each deployment keeps a year ahead.
create function ensure_audit_months(first_day date, last_day date) returns void
  language plpgsql as
$$
declare
  month date := date_trunc('month', first_day)::date;
begin
  while month <= last_day loop
    if to_regclass('public.audit' || to_char(month, '_YYYY_MM')) is null then
      begin
        execute format('create table public.audit%s partition of public.audit for values from (%L) to (%L)',
                       to_char(month, '_YYYY_MM'), month, (month + interval '1 month')::date);
      exception when check_violation then
        raise notice 'the audit of % stays in the default partition', month;
      end;
    end if;
    month := (month + interval '1 month')::date;
  end loop;
end
$$;
revoke execute on function ensure_audit_months(date, date) from public;
