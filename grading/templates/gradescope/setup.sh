#!/usr/bin/env bash
# Runs once, when Gradescope builds the image: everything that needs the network.
set -euo pipefail
cd /autograder/source

python=python3
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    apt-get update
    apt-get install -y software-properties-common
    add-apt-repository -y ppa:deadsnakes/ppa
    apt-get install -y python3.12 python3.12-venv
    python=python3.12
fi
"$python" -m venv /autograder/venv || { apt-get update && apt-get install -y python3-venv && "$python" -m venv /autograder/venv; }
/autograder/venv/bin/python -m pip install --quiet ./kit
