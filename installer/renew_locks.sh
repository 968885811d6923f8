#!/usr/bin/env bash
# Renews the three lock files from pyproject.toml, for Linux on x86_64 and aarch64, Python 3.11 to 3.13.
# Versions stay as they are; pass --upgrade (or --upgrade-package NAME) to move them.
set -eu
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet uv

compile() {
    "$tools/bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-header --no-annotate "$@"
}

locked=installer/requirements
compile installer/build-requirements.in --output-file "$locked-build.lock" "${@}"
compile pyproject.toml --constraint "$locked-build.lock" --output-file "$locked.lock" "${@}"
compile pyproject.toml --extra dev --constraint "$locked-build.lock" --constraint "$locked.lock" \
    --output-file "$locked-dev.lock" "${@}"
