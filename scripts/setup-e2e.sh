#!/bin/sh
# Install the programs that look at finished editions: LibreOffice, Chromium, Poppler, qpdf, pandoc,
# a JDK, and the validators that tests/e2e takes from npm and PyPI. On Debian and Ubuntu by apt-get;
# elsewhere it says what to type.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

packages=
# need COMMAND PACKAGE: adds the package where the command is not to be found.
need() {
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}

# Whether a Python can drive LibreOffice: the system's, or the one in LibreOffice's own packages.
drives_libreoffice() {
    program=$(dirname "$(readlink -f "$(command -v soffice)")")
    for python in /usr/bin/python3 "$program/python" "$program/../Resources/python"; do
        "$python" -c "import uno" >/dev/null 2>&1 && return
    done
    return 1
}

# On Ubuntu the package chromium is a snap; GitHub's machines bring google-chrome instead.
command -v google-chrome >/dev/null 2>&1 || need chromium chromium
need soffice libreoffice-writer-nogui
drives_libreoffice || packages="$packages python3-uno"
need pdftotext poppler-utils
need qpdf qpdf
need pandoc pandoc
need javac default-jdk-headless
need npm npm

if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # one word a package
    apt_install $packages ||
        fail "these programs are missing, and could not be installed from here. Debian calls them:" \
            "$(install_command)$packages"
fi

# In .venv, so that a new .venv gets its validators again.
stamp=.venv/ready-e2e
wanted=$(cat requirements/e2e.txt tests/e2e/package-lock.json | cksum)
if [ ! -d tests/e2e/node_modules ] || [ "$(cat $stamp 2>/dev/null)" != "$wanted" ]; then
    say "installing validators from npm and PyPI"
    npm --prefix tests/e2e ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements/e2e.txt
    echo "$wanted" >$stamp
fi
