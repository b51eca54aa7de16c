#!/usr/bin/env bash
# How long a person waits: a whole check from a cold start, beside a plain Java program that only
# reads the same files. Alternating runs, wall time in milliseconds, for each JDK (17 and 25) found.
# usage: src/bench/cold-start.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8

runs=${1:-15}
plan=hoc_mon_2024
data=sample-data/$plan
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() {
  local code=0
  ./doichieu check "$plan" --data "$data" --as-of 2025-02-01 --format json \
    --output "$work/findings.json" >/dev/null 2>&1 || code=$?
  # 1 is an answer: some binding finding is not met.
  ((code <= 1)) || { echo "doichieu ended with $code" >&2; exit "$code"; }
}

plain() {
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xlog:disable -cp "$work" PlainRead "$data" "rules/$plan" >/dev/null
}

# timed COMMAND: sets micros to the wall time of one run.
timed() {
  local start=${EPOCHREALTIME/[.,]/}
  "$@"
  micros=$((${EPOCHREALTIME/[.,]/} - start))
}

# summary MICROS...: sets text to "min / median / max" and median.
summary() {
  local -a sorted=()
  local value i
  for value in "$@"; do
    i=${#sorted[@]}
    while ((i > 0 && sorted[i - 1] > value)); do
      sorted[i]=${sorted[i - 1]}
      i=$((i - 1))
    done
    sorted[i]=$value
  done
  median=${sorted[$# / 2]}
  printf -v text '%4d / %4d / %4d' $((sorted[0] / 1000)) $((median / 1000)) $((sorted[$# - 1] / 1000))
}

measure() {
  local -a checks=() plains=()
  local i
  "$JAVA_HOME/bin/javac" --release 17 -d "$work" src/bench/PlainRead.java
  check # builds, and makes the class-data archive, where that is still to be done
  plain
  for ((i = 0; i < runs; i++)); do
    timed check
    checks+=("$micros")
    timed plain
    plains+=("$micros")
  done
  summary "${checks[@]}"
  local check_text=$text check_median=$median
  summary "${plains[@]}"
  local ratio=$((check_median * 100 / median))
  printf '%-24s  check %s ms   plain read %s ms   ratio %d.%02d\n' \
    "$1" "$check_text" "$text" $((ratio / 100)) $((ratio % 100))
}

echo "$runs alternating runs each; min / median / max"
for version in 17 25; do
  found=''
  for home in "${JAVA_HOME-}" /usr/lib/jvm/*; do
    [[ -n $home && -x $home/bin/javac ]] || continue
    answer=$("$home/bin/java" -version 2>&1)
    if [[ $answer == *"version \"$version"[.\"+-]* ]]; then
      found=$home
      break
    fi
  done
  if [[ -n $found ]]; then
    answer=${answer#*\"}
    JAVA_HOME=$found measure "Java ${answer%%\"*}"
  else
    echo "no JDK $version found"
  fi
done
