#!/usr/bin/env bash
# From a fresh clone to checked records: builds the program, makes a demo tenant and imports sample files.
set -euo pipefail
cd "$(dirname "$0")/.."
source Examples/requirements.sh
install_requirements

echo "Building (the first time takes a few minutes) ..."
swift build -c release --product cte --quiet
cte="$(swift build -c release --show-bin-path)/cte"

# The demo has a folder of its own and begins anew each time.
export CTE_DATA="$PWD/.build/quickstart"
rm -rf "$CTE_DATA"
sample=Examples/Quickstart

step() { printf '\n$ cte %s\n' "$*"; "$cte" "$@"; }

step tenant create demo --pack arizona --year 2022
for file in school program course coherent_sequence credential_list student enrollment credential; do
  step import "$sample/$file.csv" --tenant demo
done

# The sample has every kind of mistake, so the import ends with exit code 1: findings with errors.
step import "$sample/upload.csv" --tenant demo --errors "$CTE_DATA/errors.csv" || [ $? -eq 1 ]

cat <<END

The records are in $CTE_DATA. What to try next:

  export CTE_DATA=$CTE_DATA
  cte=$cte
  \$cte import $sample/upload.csv --tenant demo     # the same file again: nothing is new
  \$cte import $sample/upload.csv --tenant demo --errors marked.xlsx    # the file, given back with its mistakes marked
  \$cte uploads list --tenant demo                  # what was uploaded
  \$cte audit verify --tenant demo                  # the log of it all
  \$cte validate $sample/upload.csv --pack arizona --year 2022    # the same file, offline
  less RulePacks/arizona/rules/credential/not-listed.yaml         # a rule
END
