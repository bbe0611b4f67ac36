-- Runs at each migration: the months from the last one to a year ahead get partitions of their own.
select ensure_record_months((current_date - interval '1 month')::date, (current_date + interval '12 months')::date);
