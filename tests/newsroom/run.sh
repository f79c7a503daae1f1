#!/usr/bin/env bash
# Walks through docs/newsroom.md in a new repository: the workflow with the action, then the hooks; or says what was
# skipped and why. Wants a built binary.
set -euo pipefail
cd "$(dirname "$0")/../.."

what="the newsroom was not walked through"
readers=target/newsroom
source tests/readers.sh
command -v git >/dev/null || skip "no git"
prepare tests/newsroom/requirements.txt
"$readers/bin/python" tests/newsroom/walk.py "$(realpath "$gainsay")"
