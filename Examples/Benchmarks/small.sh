#!/usr/bin/env bash
# Builds the benchmarks for release, runs the small ones a few times each, and prints the medians. No figure makes it fail.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Examples/requirements.sh
install_requirements
cd Examples/Benchmarks
swift build --quiet -c release

# A benchmark prints its values by percentile. Nanoseconds of a thousand evaluations make nanoseconds of one for rules, and
# those of a whole run make microseconds.
MICRO_SIZE=small .build/release/Micro --quiet true | awk '
  /^Debug results for / { name = substr($0, 19); sub(/:$/, "", name) }
  /^Time \(wall clock\)/ { unit = name ~ /^rule: / ? "ns" : "µs" }
  /^Instructions/ { unit = "thousand instructions" }
  unit != "" && $2 == "0.500000000000" { printf "%12.1f %s  %s\n", $1 / 1000, unit, name; unit = "" }'
