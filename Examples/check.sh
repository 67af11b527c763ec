#!/usr/bin/env bash
# Runs every example as a newcomer would, and fails where one doesn't do what its README says.
set -euo pipefail
cd "$(dirname "$0")/.."
source Examples/requirements.sh
install_requirements core

# Runs a command that must end with exit code 1, findings with errors, and print a line.
expect_findings() {
  local line=$1 output status=0
  shift
  output=$("$@") || status=$?
  if [ "$status" -ne 1 ] || ! grep -qF -- "$line" <<< "$output"; then
    printf '%s\n' "$output"
    echo "expected exit code 1 and the line '$line' from: $*" >&2
    exit 1
  fi
  echo "ok: $*"
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Who embeds CTECore and CTEStoreSQLite needs no library of spreadsheets; a bare machine proves it.
swift build --quiet --package-path Examples/EmbeddedPrecheck
expect_findings "24 rows read, 10 with errors;" \
  Examples/EmbeddedPrecheck/.build/debug/EmbeddedPrecheck Examples/Quickstart/upload.csv

swift build --quiet --package-path Examples/EmbeddedImport
files=()
for name in school program course coherent_sequence credential_list student enrollment credential upload; do
  files+=("Examples/Quickstart/$name.csv")
done
expect_findings "24 read, 5 accepted, 0 unchanged, 19 rejected" \
  Examples/EmbeddedImport/.build/debug/EmbeddedImport "$folder/data" "${files[@]}"
expect_findings "24 read, 0 accepted, 5 unchanged, 19 rejected" \
  Examples/EmbeddedImport/.build/debug/EmbeddedImport "$folder/data" "${files[@]}"

install_requirements

for run in first second; do
  bash Examples/quickstart.sh > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
  for line in "24 rows read: 5 accepted, 19 rejected" "12 rows read: 4 accepted, 8 rejected"; do
    grep -qF "$line" "$folder/log" || { cat "$folder/log"; exit 1; }
  done
  echo "ok: quickstart, $run run"
done

swift build --quiet --package-path Examples/EmbeddedRules
Examples/EmbeddedRules/.build/debug/EmbeddedRules > "$folder/rules"
for line in "1:1: undeclared name 'grad'; did you mean 'grade'?" "row 1: yes" "row 2: none"; do
  grep -qF -- "$line" "$folder/rules" || { cat "$folder/rules"; exit 1; }
done
echo "ok: Examples/EmbeddedRules"
