#!/usr/bin/env bash
# Reads the CI formats of the fixture stories with others' readers, or says why not. Wants a built binary.
set -euo pipefail
cd "$(dirname "$0")/../.."

what="the CI formats were not read by others"
readers=target/consumers
source tests/readers.sh
prepare tests/consumers/requirements.txt
"$readers/bin/python" tests/consumers/check.py "$gainsay" fixtures/stories/*
"$readers/bin/python" tests/consumers/inputs.py "$gainsay" fixtures/inputs
