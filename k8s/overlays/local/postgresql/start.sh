#!/bin/sh
# Starts PostgreSQL; the first time it makes the databases and roles that local-stack makes on a laptop, by the same rules.
# Needs `initdb` and `postgres` on the PATH, beside what every system has (chmod, mv, rm): the server's single-user mode takes one command a
# line.
set -eu
umask 077

database() { # NAME OWNER-PASSWORD SERVICE-PASSWORD
  postgres --single -D "$draft" postgres <<SQL
create role $1_owner login nosuperuser nobypassrls password '$2'
create role $1_service login nosuperuser nobypassrls password '$3'
create database $1 owner $1_owner
revoke all on database $1 from public
grant connect on database $1 to $1_service
SQL
  postgres --single -D "$draft" "$1" <<SQL
create extension if not exists pg_trgm
create extension if not exists unaccent
create extension if not exists btree_gin
alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof
alter schema public owner to $1_owner
revoke all on schema public from public
grant usage on schema public to $1_service
SQL
}

if [ ! -d "$PGDATA" ]; then
  draft=$PGDATA.draft
  rm -rf "$draft"
  printf '%s' "$SUPERUSER_PASSWORD" >/tmp/superuser
  initdb -D "$draft" -U postgres -A scram-sha-256 --pwfile=/tmp/superuser -E UTF8 --locale-provider=builtin \
    --builtin-locale=C.UTF-8 --locale=C --no-instructions
  rm /tmp/superuser
  database ingest "$INGEST_OWNER_PASSWORD" "$INGEST_SERVICE_PASSWORD"
  database query "$QUERY_OWNER_PASSWORD" "$QUERY_SERVICE_PASSWORD"
  printf 'host all all all scram-sha-256\n' >>"$draft/pg_hba.conf"
  mv "$draft" "$PGDATA"
fi

# Where the kubelet sets modes for the volume's group at each start; others would keep the server from starting.
chmod 700 "$PGDATA"

# Kubernetes ends with TERM, which PostgreSQL takes for "when the last client has gone"; INT is "now, in order".
postgres -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories= -c max_connections=200 -c timezone=UTC -c log_timezone=UTC &
server=$!
trap 'kill -INT "$server"' TERM
wait "$server" || wait "$server"
