#!/bin/sh
# Pin every package again, with hashes, for every Python and system that pyproject.toml allows.
# requirements/runtime.txt is what users of the wheel need; requirements/dev.txt adds our tools.
set -eu
cd "$(dirname "$0")/.."

tools=.venv/lock-tools
[ -x $tools/bin/uv ] || { .venv/bin/python -m venv $tools && $tools/bin/pip install -q uv; }

pin() {
    $tools/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" "$@" >/dev/null
}

pin --output-file requirements/runtime.txt
pin --group dev --constraints requirements/runtime.txt --output-file requirements/dev.txt
