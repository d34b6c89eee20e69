#!/usr/bin/env bash
# See kill_test.py.
exec /usr/bin/python3 "$(dirname "$0")/kill_test.py" "$1" 5
