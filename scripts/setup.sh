#!/bin/sh
# Make .venv ready: the Python packages as locked, triplicate itself, and the system libraries that
# WeasyPrint loads. Run again, it only looks whether anything has changed.
# PYTHON names the interpreter to use; else the first one on PATH that is new enough.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

venv=.venv
stamp=$venv/ready

# All that decides what .venv holds, as one line; nothing where .venv has no working Python.
# A checkout that was moved, or whose Python was upgraded, so gets a new .venv.
fingerprint() {
    version=$($venv/bin/python -V 2>&1) || return 0
    { cat requirements/dev.txt scripts/setup.sh && sed '/^\[tool\.ruff\]/,$d' pyproject.toml; } |
        cksum | tr '\n' ' '
    printf '%s %s\n' "$version" "$(pwd -P)"
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
        if command -v "$name" >/dev/null 2>&1 && is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    found=$(${PYTHON:-python3} -V 2>&1) || found="none"
    case $(install_command) in
        *apt-get*) packages="python3.11 python3.11-venv" ;; # Ubuntu 22.04 has it beside its 3.10
        brew*) packages="python@3.13" ;;
        *) packages="python3.12" ;;
    esac
    fail "expected Python 3.11 or newer, found $found. Install it, for example by" \
        "$(install_command) $packages" \
        "or name another: make report PYTHON=/path/to/python3.12"
}

# What the machine lacks, one thing a line: its name, then Debian's package for it.
missing() {
    # Homebrew's libraries are not on the default path of a Python that is not Homebrew's.
    DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib \
        "$python" scripts/missing_libraries.py
    # Debian splits ensurepip off python3. An installed pip can fill a new venv instead.
    "$python" -c 'import ensurepip' 2>/dev/null || "$python" -m pip --version >/dev/null 2>&1 ||
        "$python" -c 'import sys; print("ensurepip python{}.{}-venv".format(*sys.version_info))'
}

column() { cut -d' ' -f"$1" | sort -u | tr '\n' ' '; }

install_missing() {
    lacking=$(missing)
    [ -n "$lacking" ] || return 0
    packages=$(echo "$lacking" | column 2)
    # shellcheck disable=SC2086 # one word a package
    if [ "$(uname)" != Darwin ]; then
        apt_install $packages || true
    elif command -v brew >/dev/null 2>&1; then
        brew install $packages >&2 || true
    else
        fail "expected Homebrew, to install: $packages" "get it from https://brew.sh, then run make again"
    fi
    lacking=$(missing)
    [ -z "$lacking" ] || fail_for_packages
}

fail_for_packages() {
    case $(install_command) in
        *apt-get* | brew*) packages=$(echo "$lacking" | column 2) ;;
        *apk*) packages="pango fontconfig harfbuzz-subset" ;; # as WeasyPrint's manual names them
        *) packages="pango" ;;
    esac
    fail "these are missing and could not be installed from here: $(echo "$lacking" | column 1)" \
        "type: $(install_command) $packages" "then run make again"
}

make_venv() {
    rm -rf $venv
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv $venv
    else
        "$python" -m venv --without-pip $venv
        "$python" -m pip --python $venv/bin/python install --quiet pip
    fi
}

install_python_packages() {
    say "installing Python packages into $venv"
    pip="$venv/bin/python -m pip --quiet --disable-pip-version-check"
    $pip install --require-hashes -r requirements/dev.txt
    $pip install --no-deps --no-build-isolation -e .
    # So that the first build need not, nor every build where Python may not write bytecode.
    "$venv/bin/python" -m compileall -q src
}

if [ -f $stamp ] && [ "$(cat $stamp)" = "$(fingerprint)" ]; then
    exit 0
fi
python=$(find_python)
install_missing
make_venv
install_python_packages
fingerprint >$stamp
say "ready"
