#!/bin/sh
# Make .venv ready: Python packages as locked, triplicate itself, and the system libraries that
# WeasyPrint loads. Run again, it only looks whether anything changed since.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

venv=.venv
stamp=$venv/ready

# Everything that decides what .venv holds, as one line. A venv that was moved, or whose Python
# went away, is made anew.
fingerprint() {
    if [ ! -x $venv/bin/python ]; then
        return
    fi
    cat requirements/dev.txt pyproject.toml scripts/setup.sh | cksum | tr '\n' ' '
    printf '%s ' "$(pwd -P)"
    $venv/bin/python -V 2>&1
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
    found=$(${PYTHON:-python3} -V 2>&1) || found="no Python at all"
    fail "expected Python 3.11 or newer, found ${found}. Install one, for example:" \
        "$(install_command) $(newer_python_packages)" \
        "or name yours: make report PYTHON=/path/to/python3.12"
}

newer_python_packages() {
    case $(install_command) in
        *apt-get*) echo "python3.11 python3.11-venv   (Ubuntu 22.04)" ;;
        brew*) echo "python@3.13" ;;
        *) echo "python3.12" ;;
    esac
}

# Debian leaves ensurepip out of python3 and puts it into pythonX.Y-venv.
has_ensurepip() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

make_venv() {
    rm -rf $venv
    package=$("$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')
    if has_ensurepip "$python" || { apt_install "$package" && has_ensurepip "$python"; }; then
        "$python" -m venv $venv
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip $venv
        "$python" -m pip --python $venv/bin/python install -q pip
    else
        fail "this Python can't make virtual environments, and no package may be installed from here. Type:" \
            "$(install_command) $package" "then run make again."
    fi
}

install_python_packages() {
    say "installing Python packages into $venv"
    pip="$venv/bin/python -m pip --quiet --disable-pip-version-check"
    $pip install --require-hashes -r requirements/dev.txt
    $pip install --no-deps --no-build-isolation -e .
}

missing_libraries() {
    # Homebrew's libraries are not on the default path of a Python that is not Homebrew's.
    DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib \
        "$python" scripts/missing_libraries.py
}

install_libraries() {
    missing=$(missing_libraries)
    if [ -z "$missing" ]; then
        return
    fi
    packages=$(printf '%s\n' "$missing" | cut -d' ' -f2 | sort -u | tr '\n' ' ')
    if [ "$(uname)" = Darwin ]; then
        command -v brew >/dev/null 2>&1 ||
            fail "WeasyPrint needs Pango, and Homebrew is not here to install it. Install Homebrew (https://brew.sh), then:" \
                "brew install pango"
        # shellcheck disable=SC2086 # one word a package
        brew install --quiet $packages >&2 || true
    else
        # shellcheck disable=SC2086
        apt_install $packages || true
    fi
    missing=$(missing_libraries | cut -d' ' -f1 | tr '\n' ' ')
    if [ -n "$missing" ]; then
        fail "these system libraries are missing: $missing" \
            "$(install_command) $(library_packages)" "then run make again."
    fi
}

# Names outside Debian as WeasyPrint's installation page gives them.
library_packages() {
    case $(install_command) in
        *apt-get*) echo "$packages" ;;
        *apk*) echo "pango fontconfig harfbuzz-subset" ;;
        *) echo "pango" ;;
    esac
}

if [ -f $stamp ] && [ "$(cat $stamp)" = "$(fingerprint)" ]; then
    exit 0
fi
python=$(find_python)
install_libraries
make_venv
install_python_packages
fingerprint >$stamp
say "ready"
