#!/bin/sh
# Install the programs that look at finished editions: LibreOffice, Chromium, Poppler, qpdf, Java
# with the W3C validator, and axe. On Debian and Ubuntu by apt-get; elsewhere it says what to type.
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

packages=
# need COMMAND PACKAGE: adds the package where the command is not to be found.
need() {
    command -v "$1" >/dev/null 2>&1 || packages="$packages $2"
}

# On Ubuntu the package chromium is a snap; GitHub's machines bring google-chrome instead.
command -v google-chrome >/dev/null 2>&1 || need chromium chromium
need soffice libreoffice-writer-nogui
need pdftotext poppler-utils
need qpdf qpdf
need java default-jre-headless
need npm npm

if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # one word a package
    apt_install $packages ||
        fail "these programs are missing, and could not be installed from here. Debian calls them:" \
            "$(install_command)$packages"
fi

stamp=tests/e2e/node_modules/.ready
if ! cmp -s tests/e2e/package-lock.json $stamp; then
    say "installing the HTML validator and axe into tests/e2e/node_modules"
    npm --prefix tests/e2e ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp tests/e2e/package-lock.json $stamp
fi
