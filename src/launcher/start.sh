# Starts nn; a launcher reads this file at its end, and has set
#   java      the program
#   app       the folder of nn.jar and of its start-up caches, start/*.aot
#   options   the file of Java's options

# If a standard stream is closed, a file that Java opens would get its number, and Java would read it as standard input.
{ true 3<&0; } 2>/dev/null || exec </dev/null
{ true 3>&1; } 2>/dev/null || exec >/dev/null
{ true 3>&2; } 2>/dev/null || exec 2>/dev/null

tty=''
[ -t 0 ] && tty=0
[ -t 1 ] && tty=${tty}1
[ -t 2 ] && tty=${tty}2

# Querying the window's width here costs a tenth of what it costs in Java. The prompt queries it again when it changes.
columns=''
if [ -t 1 ] && [ -z "$COLUMNS" ]; then
    { columns=$(stty size <&3 2>/dev/null); } 3>&1 # within the brackets, 1 is no terminal
    columns=${columns##* }
fi

# Java loads a whole cache: only the prompt's has the prompt.
cache=scripts
[ $# -eq 0 ] && cache=prompt
for argument in "$@"; do
    [ "$argument" = -i ] && cache=prompt
done

# A class path costs less than -jar.
set -- "-XX:ErrorFile=${TMPDIR:-/tmp}/nn-crash.%p" "-Dnn.tty=$tty" "-Dnn.columns=$columns" \
    "-Dlibrary.jline.path=$app/native" -cp "$app/nn.jar" org.nnlang.cli.Main "$@"
set -f # JAVA_OPTS is words, but not patterns; it comes later than the file's options, and so prevails
set -- $JAVA_OPTS "$@"
case $JAVA_OPTS in
*-XX:+Use*GC*) ;;
*) set -- -XX:+UseSerialGC "$@" ;;
esac
# Java takes the bytes of arguments and file names for letters of the locale. In one that isn't UTF-8, or isn't installed, it would
# lose some of them. An editor that nn starts gets the user's own.
export NN_LC_ALL="$LC_ALL" LC_ALL=C.UTF-8
# Java ignores a cache that is missing, or was made for another Java or another jar.
exec "$java" "@$options" "-XX:AOTCache=$app/start/$cache.aot" "$@"
