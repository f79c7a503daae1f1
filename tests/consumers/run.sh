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

# xmllint reads what is XML: our JUnit reports, and the feeds and agency messages that we say are sound.
if [[ -n "${CI:-}" && "$(id -u)" == 0 ]] && ! command -v xmllint >/dev/null && command -v apt-get >/dev/null; then
    timeout 120 apt-get install -y -q libxml2-utils >/dev/null 2>&1 || true
fi
what="XML was not read by xmllint"
command -v xmllint >/dev/null || skip "no xmllint (apt-get install libxml2-utils)"
mkdir -p "$readers/xml"
for story in fixtures/stories/*/; do
    "$gainsay" check --format junit "$story" >"$readers/xml/$(basename "$story").xml" || [[ $? -eq 1 ]]
done
xmllint --noout --nonet "$readers"/xml/*.xml
find fixtures/inputs \( -name '*.xml' -o -name '*.atom' -o -name '*.rss' -o -name '*.nitf' \) -exec xmllint --noout --nonet {} +
printf 'xmllint finds the JUnit reports and the XML inputs well-formed\n'
