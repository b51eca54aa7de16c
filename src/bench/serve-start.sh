#!/usr/bin/env bash
# How long the web application takes to open, and what it holds then: processor seconds and wall time
# from the launcher's start until its address is told, and the resident set, each with an empty data
# folder; without a class-data archive, and with the one that the first start makes.
# usage: src/bench/serve-start.sh [RUNS]   for each JDK (17 and 25) found
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8 DOICHIEU_BUILD=never

runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# start COMMAND...: sets line to "wall ms, processor ms, resident MiB".
start() {
  rm -rf "$work/data" "$work/out"
  local begin=${EPOCHREALTIME/[.,]/}
  "$@" --data-dir "$work/data" --port 0 >"$work/out" 2>/dev/null &
  local pid=$!
  until grep -q http "$work/out" 2>/dev/null; do
    kill -0 "$pid" || exit 1
    sleep 0.02
  done
  local wall=$((${EPOCHREALTIME/[.,]/} - begin)) stat resident
  stat=$(<"/proc/$pid/stat")
  read -ra stat <<<"${stat##*) }"
  resident=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status")
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  line="$((wall / 1000)) $(((stat[11] + stat[12]) * 10)) $((resident >> 10))"
}

plain() {
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xlog:disable -Dfile.encoding=UTF-8 \
    -Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider \
    "-Ddoichieu.home=$PWD" -cp "target/app/doichieu.jar:target/app/web/*" vn.doichieu.cli.Main serve "$@"
}

launched() {
  exec ./doichieu serve "$@"
}

median() {
  sort -n | sed -n "$(((runs + 1) / 2))p"
}

echo "| Java | how | wall ms | processor ms | resident MiB |"
echo "|---|---|--:|--:|--:|"
for home in /usr/lib/jvm/*; do
  [[ -x $home/bin/javac && ! -h $home ]] || continue
  version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")
  case $version in 17* | 25*) ;; *) continue ;; esac
  export JAVA_HOME=$home
  start launched # makes the archive
  for how in plain launched; do
    lines=()
    for ((i = 0; i < runs; i++)); do
      start "$how"
      lines+=("$line")
    done
    printf '| %s | %s |' "$version" "$([[ $how == plain ]] && echo "no archive" || echo "archive")"
    for column in 1 2 3; do
      printf ' %s |' "$(printf '%s\n' "${lines[@]}" | cut -d' ' -f "$column" | median)"
    done
    echo
  done
done
