#!/bin/sh
# The roles of the web and of the read log, made once with the server. They own nothing.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set web="$WEB_PASSWORD" --set log="$LOG_PASSWORD" <<'SQL'
CREATE ROLE wi_web LOGIN NOINHERIT PASSWORD :'web';
CREATE ROLE wi_log LOGIN NOINHERIT PASSWORD :'log';
SQL
