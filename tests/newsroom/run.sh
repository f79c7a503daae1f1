#!/usr/bin/env bash
# Walks through docs/newsroom.md in a new repository: the workflow with the action, then the hooks; or says what was
# skipped and why. Wants a built binary.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() {
    printf 'SKIPPED: the newsroom was not walked through: %s\n' "$1"
    exit 0
}

gainsay="${GAINSAY:-target/debug/gainsay}"
[[ -x "$gainsay" ]] || skip "no binary at $gainsay"
command -v python3 >/dev/null || skip "no python3"
command -v git >/dev/null || skip "no git"
readers=target/newsroom
if [[ ! -x "$readers/bin/python" ]]; then
    python3 -m venv "$readers" || skip "python3 has no venv"
fi
timeout 120 "$readers/bin/pip" install --quiet --disable-pip-version-check -r tests/newsroom/requirements.txt ||
    skip "the packages of tests/newsroom/requirements.txt could not be installed"
"$readers/bin/python" tests/newsroom/walk.py "$(realpath "$gainsay")"
