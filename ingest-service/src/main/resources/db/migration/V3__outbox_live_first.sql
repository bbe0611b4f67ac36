-- The order in which the relay claims: news before archives and re-analysis, and of each the oldest first.
create index outbox_live_first on outbox ((lane <> 'live'), sequence);
