-- Runs at each migration: the months up to a year ahead get partitions of their own.
select ensure_audit_months(current_date, (current_date + interval '12 months')::date);
