"""Says in one line how the findings of two error files differ by row, column and rule."""

import collections
import csv
import sys

label, *paths = sys.argv[1:]


def findings(path):
    with open(path, newline="", encoding="utf-8") as file:
        return collections.Counter((int(f["row"]), f["column"], f["rule"]) for f in csv.DictReader(file))


expected, found = map(findings, paths)
missing, new = expected - found, found - expected
words = f"{sum(found.values())} findings"
if not missing and not new:
    print(f"{label}: the same {words}")
else:
    print(f"{label}: {words}, {sum(missing.values())} missing, {sum(new.values())} new")
    for sign, some in (("-", missing), ("+", new)):
        for (row, column, rule), _ in sorted(some.items())[:5]:
            print(f"  {sign} row {row}, {column}: {rule}")
