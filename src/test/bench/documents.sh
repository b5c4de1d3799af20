#!/bin/sh
# How long nn docs check takes for a document of many small blocks: whole processes; the median.
#
#     src/test/bench/documents.sh [BLOCKS] [ROUNDS]
set -e
blocks=${1:-1000}
rounds=${2:-11}
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -v blocks="$blocks" 'BEGIN {
    print "```nn\ninput x[2]\nlayer h[2] sigmoid\nlayer y[2] sigmoid\nweights h = [0.15, 0.20; 0.25, 0.30]"
    print "weights y = [0.40, 0.45; 0.50, 0.55]\nbias h = 0.35\nbias y = 0.60"
    print "input = [0.05, 0.10]\ntarget = [0.01, 0.99]\nlearning rate = 0.5\n```\n"
    for (i = 1; i < blocks; i++) {
        print "After update " i ":\n\n```nn\ntrain 1\nshow error, w" (i % 8 + 1) "\n```\n\n```output\n```\n"
    }
}' >"$work/page.md"
./nn docs update "$work/page.md" >"$work/log" # builds, where there is something to build
: >"$work/times"
for round in $(seq "$rounds"); do
    start=$(date +%s%N)
    ./nn docs check "$work/page.md" >"$work/log"
    end=$(date +%s%N)
    echo $(((end - start) / 1000000)) >>"$work/times"
done
cat "$work/log"
echo "$(sort -n "$work/times" | sed -n "$(((rounds + 1) / 2))p") ms"
