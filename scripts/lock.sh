#!/bin/sh
# Pin every package again, with hashes, for every Python and system that pyproject.toml allows.
# requirements/runtime.txt is what users of the wheel need, dev.txt adds our tools, and e2e.txt the
# validators that only tests/e2e runs.
set -eu
cd "$(dirname "$0")/.."

tools=.venv/lock-tools
[ -x $tools/bin/uv ] || { .venv/bin/python -m venv $tools && $tools/bin/pip install -q uv; }

pin() {
    $tools/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" "$@" >/dev/null
}

pin pyproject.toml --output-file requirements/runtime.txt
pin pyproject.toml --group dev --constraints requirements/runtime.txt \
    --output-file requirements/dev.txt
pin --group e2e --constraints requirements/dev.txt --output-file requirements/e2e.txt
