#!/usr/bin/env bash
# Reads the CI formats of the fixture stories with others' readers, or says why not. Wants a built binary.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() {
    printf 'SKIPPED: the CI formats were not read by others: %s\n' "$1"
    exit 0
}

gainsay="${GAINSAY:-target/debug/gainsay}"
[[ -x "$gainsay" ]] || skip "no binary at $gainsay"
command -v python3 >/dev/null || skip "no python3"
readers=target/consumers
if [[ ! -x "$readers/bin/python" ]]; then
    python3 -m venv "$readers" || skip "python3 has no venv"
fi
timeout 120 "$readers/bin/pip" install --quiet --disable-pip-version-check -r tests/consumers/requirements.txt ||
    skip "the packages of tests/consumers/requirements.txt could not be installed"
"$readers/bin/python" tests/consumers/check.py "$gainsay" fixtures/stories/*
"$readers/bin/python" tests/consumers/inputs.py "$gainsay" fixtures/inputs
