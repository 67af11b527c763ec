#!/usr/bin/env bash
# Saves one upload by other programs and compares what is found in each file with what is found in upload.csv.
#
#   resave.sh DIR [CTE]
#
# DIR holds upload.csv, upload.xlsx (the same rows) and, in ref/, the lists that a tenant holds before. CTE is the built
# program; without it the one in .build/release is taken. Needs LibreOffice, and Python 3 with openpyxl; CI has neither.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:?which folder?}" && pwd)
cte=${2:-$here/../../.build/release/cte}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CTE_DATA=$work/store
day=2022-05-01

load() {
  "$cte" tenant create resave --pack arizona --year 2022 > /dev/null
  local list
  for list in school program course coherent_sequence credential_list student enrollment credential; do
    "$cte" import "$data/ref/$list.csv" --tenant resave --on "$day" > /dev/null 2>&1 || {
      echo "$list.csv can't be loaded" >&2
      exit 2
    }
  done
}

# How LibreOffice opens text: commas, quotation marks, UTF-8, from row 1, the columns' kinds, as in the United States.
# Left to guess, it takes what looks like a number or a day for one: zeros go, 2021-11-05 becomes a day like any other,
# and as CSV it writes every day with a year of two digits. Those differences are in the files, not in how they are read.
guessed=44,34,76,1,,1033
as_text=44,34,76,1,$(seq -f %g/2 -s / 1 30),1033

# office FOLDER FORMAT FILE: saves a file by LibreOffice, as somebody does who opens and saves it.
office() {
  soffice --headless "-env:UserInstallation=file://$work/office" --infilter="CSV:$columns" \
    --convert-to "$2" --outdir "$1" "$3" > /dev/null 2>&1
}

# resave NAME FILE: makes every file from one.
resave() {
  local folder=$work/$1
  mkdir -p "$folder"/{xlsx,xls,ods,csv}
  office "$folder/xlsx" xlsx "$2"
  office "$folder/xls" xls "$2"
  office "$folder/ods" ods "$2"
  office "$folder/ods" xlsx "$folder/ods/upload.ods"
  office "$folder/csv" csv:"Text - txt - csv (StarCalc)":44,34,76,1,,1033 "$2"
  python3 "$here/inline.py" "$2" "$folder/inline.xlsx"
}

# compare LABEL FILE: one line that says how the findings differ.
compare() {
  [ -s "$2" ] || { echo "$1: wasn't made"; return; }
  local status=0
  "$cte" import "$2" --tenant resave --on "$day" --dry-run --errors "$work/these.csv" > "$work/report.txt" 2>&1 ||
    status=$?
  if [ "$status" -gt 1 ]; then
    echo "$1: refused: $(head -1 "$work/report.txt")"
    return
  fi
  python3 "$here/difference.py" "$1" "$work/those.csv" "$work/these.csv"
  rm -f "$work/these.csv"
}

load
"$cte" import "$data/upload.csv" --tenant resave --on "$day" --dry-run --errors "$work/those.csv" > /dev/null 2>&1 || [ $? = 1 ]
rows=$(wc -l < "$data/upload.csv")
compare "upload.csv again" "$data/upload.csv"
compare "upload.xlsx" "$data/upload.xlsx"
for source in "csv as text" "csv as guessed" xlsx; do
  file=$data/upload.${source%% *}
  columns=$guessed
  [ "$source" = "csv as text" ] && columns=$as_text
  resave "$source" "$file"
  for kind in xlsx xls ods csv; do
    [ $kind = xls ] && [ "$rows" -gt 65536 ] && continue
    label=${kind^^}
    compare "$source by LibreOffice as ${label/ODS/ODS, then XLSX}" "$work/$source/$kind/upload.${kind/ods/xlsx}"
  done
  [ "$source" = "csv as guessed" ] || compare "$source by openpyxl, texts in the cells" "$work/$source/inline.xlsx"
done
