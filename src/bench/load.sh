#!/usr/bin/env bash
# Many people at once: a real server process on this machine with Hóc Môn's illustrative year, and
# users who look at the dashboard and at findings, try and submit figures, and download lists. Stops
# by itself. Prints requests, errors and how long each kind of request took, and what the server held.
# usage: src/bench/load.sh [USERS] [SECONDS]   50 users for 300 s is the goal
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8

users=${1:-50}
seconds=${2:-300}
port=${PORT:-8105}
work=$(mktemp -d)
server=''
cleanup() {
  [[ -z $server ]] || kill "$server" 2>/dev/null || true
  [[ -z $server ]] || wait "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

./doichieu --version >/dev/null # builds where that is still to be done
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="target/app/doichieu.jar:target/app/web/*"
logging=-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider

"$java" "$logging" -cp "$classes" src/bench/LoadSeed.java "$PWD" "$work/data" "$users"
DOICHIEU_BUILD=never ./doichieu serve --data-dir "$work/data" --port "$port" >"$work/server.log" 2>&1 &
server=$!
"$java" src/bench/Load.java "http://127.0.0.1:$port" "$users" "$seconds" "$server"
if [[ -s $work/server.log ]]; then
  echo "the server said:"
  tail -n 20 "$work/server.log"
fi
