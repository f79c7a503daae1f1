#!/usr/bin/env bash
# Fills the corpus of each target with the fixtures, so that a run starts from what files look like.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p corpus/{inputs,segment,mentions,check,patterns}
for file in ../fixtures/inputs/* ../fixtures/broken/inputs/* ../fixtures/pages/*.html; do
    ending="${file##*.}"
    { printf '%s\n' "$ending"; cat "$file"; } >"corpus/inputs/$(basename "$file")"
done
for story in ../fixtures/stories/*/; do
    name="$(basename "$story")"
    : >"corpus/check/$name"
    for file in "$story"*.txt "$story"*.md; do
        [[ -f "$file" ]] || continue
        cp "$file" "corpus/segment/$name-$(basename "$file")"
        cp "$file" "corpus/mentions/$name-$(basename "$file")"
        { cat "$file"; printf '\n---\n'; } >>"corpus/check/$name"
    done
done
# Every pattern of the rules that come with gainsay.
grep -rhoE '^ *"[^"\\]+",?$' ../rules --include='*.toml' --exclude-dir=lexicon | sed -E 's/^ *"//; s/",?$//' | sort -u |
    head -2000 | split -l 1 -a 4 - corpus/patterns/rule-
