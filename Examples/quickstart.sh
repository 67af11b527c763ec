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
  \$cte uploads withdraw 9 --tenant demo --plan     # what would go with that file, and what would stay
  \$cte credentials list --tenant demo              # the records; show, add, modify and delete them one by one
  \$cte credentials choices --tenant demo --set student=9900005 --set school=990401101    # what can be chosen for one
  \$cte audit verify --tenant demo                  # the log of it all
  \$cte validate $sample/upload.csv --pack arizona --year 2022    # the same file, offline
  less Examples/cte/README.md                       # what the state's screens do, and with which command
  less RulePacks/arizona/rules/credential/not-listed.yaml         # a rule
END
