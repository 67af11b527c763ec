#!/usr/bin/env bash
# Installs what is missing and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."
source Examples/requirements.sh
install_requirements
exec swift test --disable-xctest "$@"
