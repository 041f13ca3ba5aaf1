#!/bin/sh
# Makes the two roles and the database of Stet, once, in a new PostgreSQL: one owns the tables, one serves and can only add to the record.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$STET_OWNER_PASSWORD" -v app="$STET_APP_PASSWORD" -U "${POSTGRES_USER:-postgres}" <<'SQL'
CREATE ROLE stet_owner LOGIN PASSWORD :'owner';
CREATE ROLE stet_app LOGIN PASSWORD :'app';
CREATE DATABASE stet OWNER stet_owner;
SQL
