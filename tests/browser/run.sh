#!/usr/bin/env bash
# Runs the tests of the evidence page in headless Chromium, or says why they are skipped. Wants a built binary.
set -euo pipefail
cd "$(dirname "$0")"

skip() {
    printf 'SKIPPED: the browser tests did not run: %s\n' "$1"
    exit 0
}

browser="${CHROMIUM:-/usr/bin/chromium}"
[[ -x "$browser" ]] || skip "no browser at $browser (apt-get install chromium, or name one in CHROMIUM)"
command -v npm >/dev/null || skip "no npm"
if [[ ! -d node_modules/playwright-core || ! -d node_modules/axe-core ]]; then
    timeout 120 npm ci --silent --no-audit --no-fund || skip "the packages of package-lock.json could not be installed"
fi
npm test
