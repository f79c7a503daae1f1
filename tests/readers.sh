# Sourced by the scripts that have others' programs read what gainsay writes: says what is skipped and why, and sets
# up the Python packages that they need. `what` is what would be skipped, `readers` the folder of the packages.

skip() {
    printf 'SKIPPED: %s: %s\n' "$what" "$1"
    exit 0
}

# Wants a built binary, python3 and the packages that a file names.
prepare() {
    local requirements="$1"
    gainsay="${GAINSAY:-target/debug/gainsay}"
    [[ -x "$gainsay" ]] || skip "no binary at $gainsay"
    command -v python3 >/dev/null || skip "no python3"
    if [[ ! -x "$readers/bin/python" ]]; then
        python3 -m venv "$readers" || skip "python3 has no venv"
    fi
    timeout 120 "$readers/bin/pip" install --quiet --disable-pip-version-check -r "$requirements" ||
        skip "the packages of $requirements could not be installed"
}
