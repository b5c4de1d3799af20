#!/bin/sh
# How long nn takes for a short script, beside other programs: whole processes, in turn; medians.
#
#     src/test/bench/startup.sh [ROUNDS]
#
# All of Java is the JDK that ./nn finds; numpy and torch are measured where python3 has them.
set -e
rounds=${1:-20}
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./nn samples/backprop.nn >"$work/log" # builds, where there is something to build
java=$(sed -n 2p target/start/stamp)/bin/java

cat >"$work/Hello.java" <<'END'
public final class Hello {
    public static void main(String[] args) {
        System.out.println("0.359");
    }
}
END
"${java}c" -d "$work" "$work/Hello.java"

set -- "one line of Java" "$java -Xshare:auto -XX:+UseSerialGC -cp $work Hello" \
    "nn backprop.nn" "./nn samples/backprop.nn" \
    "nn --json backprop.nn" "./nn --json samples/backprop.nn" \
    "sh, one line" "sh -c :"
for module in numpy torch; do
    if python3 -c "import $module" 2>"$work/log"; then
        set -- "$@" "python3, $module" "python3 -c import\ $module"
    fi
done
"$java" src/test/bench/Startup.java "$rounds" "$@"
