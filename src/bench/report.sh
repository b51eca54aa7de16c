#!/usr/bin/env bash
# How long the leaders' list takes for a large area: Hóc Môn's illustrative year with each of its
# communes copied, in all four formats and each alone. Wall time and the most memory ever held
# (resident set), as the kernel counts it.
# usage: src/bench/report.sh [UNITS]   needs GNU time (Debian: time)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8

units=${1:-1000}
plan=hoc_mon_2024
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Copies of communes: CODE_1, "Name 1" and so on, with the figures of the commune they copy.
copies() {
  awk -F, -v OFS=, -v units="$units" -v to="$work" '
    FNR == 1 { file = to "/" (FILENAME ~ /units/ ? "units.csv" : "figures.csv"); print > file; next }
    FILENAME ~ /units/ {
      if ($3 == "commune") { communes[++n] = $0 } else { print > file }
      next
    }
    FNR == 2 {
      for (i = 0; i < units; i++) {
        split(communes[i % n + 1], field, ",")
        copied[field[1]] = copied[field[1]] " " field[1] "_" i + 1
        print field[1] "_" i + 1, field[2] " " i + 1, field[3], field[4], field[5] > (to "/units.csv")
      }
    }
    !($1 in copied) { print > file; next }
    { row = $0; sub(/^[^,]*/, "", row); m = split(copied[$1], codes, " "); for (i = 1; i <= m; i++) print codes[i] row > file }
  ' "sample-data/$plan/units.csv" "sample-data/$plan/figures.csv"
}

report() {
  command time -f '%e s   %M KiB' -o "$work/time" \
    ./doichieu report "$plan" --data "$work" --as-of 2025-02-01 --output "$work/list" --format "$1" >/dev/null 2>&1
  printf '%-22s %s   %s bytes\n' "$1" "$(cat "$work/time")" "$(du -bc "$work"/list/danh-sach.* | tail -n 1 | cut -f 1)"
  rm -rf "$work/list"
}

copies
./doichieu --version
./doichieu report "$plan" --data "$work" --as-of 2025-02-01 --format html --output "$work/list" 2>/dev/null
findings=$(grep -c '"numerator":' "$work/list/ket-qua.json")
echo "$units communes, $(($(wc -l <"$work/units.csv") - 1)) units in all, $findings findings"
rm -rf "$work/list"
for formats in xlsx docx html pdf xlsx,docx,pdf,html; do
  report "$formats"
done
