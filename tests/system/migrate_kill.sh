#!/usr/bin/env bash
# See migrate_kill_test.py.
exec /usr/bin/python3 "$(dirname "$0")/migrate_kill_test.py" "$1"
