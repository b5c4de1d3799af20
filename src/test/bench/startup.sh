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
java=$(cat target/start/java)/bin/java

cat >"$work/Hello.java" <<'END'
public final class Hello {
    public static void main(String[] args) {
        System.out.println("0.359");
    }
}
END
cat >"$work/short.nn" <<'END'
input x[2]
layer h[2] sigmoid
layer y[2] sigmoid
weights h = [0.15, 0.20; 0.25, 0.30]
weights y = [0.40, 0.45; 0.50, 0.55]
bias h = 0.35 shared fixed
bias y = 0.60 shared fixed
input  = [0.05, 0.10]
target = [0.01, 0.99]
learning rate = 0.5
show net(h1), out(h1), error
explain grad(w5)
train 1
expect w5 ~ 0.35891648
END
"${java}c" -d "$work" "$work/Hello.java"

set -- "one line of Java" "$java -Xshare:auto -XX:+UseSerialGC -cp $work Hello" \
    "nn backprop.nn" "./nn samples/backprop.nn" \
    "nn --json backprop.nn" "./nn --json samples/backprop.nn" \
    "nn, a short script" "./nn $work/short.nn" \
    "sh, one line" "sh -c :"
for module in numpy torch; do
    if python3 -c "import $module" 2>"$work/log"; then
        set -- "$@" "python3, $module" "python3 -c import\ $module"
    fi
done
"$java" src/test/bench/Startup.java "$rounds" "$@"
