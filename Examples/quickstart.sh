#!/usr/bin/env bash
# From a fresh clone to checked records: builds the program, makes two demo tenants, each with the rules of its own state, and
# imports sample files.
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

# The second tenant follows another state's pack, which looks at a file before it imports what is valid in it.
second="$sample/michigan"
step tenant create avondale --pack michigan --year 2025
for file in organizations program-offerings credential-list student-roster enrollment-records; do
  step import "$second/$file.csv" --tenant avondale
done

# Who reports for one school sees nothing of another. The workbook shows all seven errors that the state knows.
step roles give clerk buildingReporter --organization 05976 --tenant avondale
step import "$second/credentials.xlsx" --tenant avondale --as clerk || [ $? -eq 1 ]
step uploads show 6 --tenant avondale --as clerk
step uploads commit 6 --tenant avondale --as clerk || [ $? -eq 1 ]

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
  \$cte programs list --tenant avondale              # the other state's programs, each known by a number of its own
  \$cte check completeness --tenant avondale         # which of them lack both credentials and a word that there are none
  less Examples/cte/README.md                       # what the states' screens do, and with which command
  less RulePacks/arizona/rules/credential/not-listed.yaml         # a rule
END
