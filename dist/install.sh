#!/bin/sh
# Installs nn for one user: fetches the archive for this system, checks it, and unpacks it to ~/.local.
#
#   curl -fsSL https://nnlang.org/install.sh | sh
#   sh install.sh [--version V] [--prefix DIR] [--from URL_OR_FOLDER] [--sha256 SUM] [ARCHIVE]
#   sh install.sh --uninstall [--prefix DIR]
#
# ARCHIVE   an archive that is here already
# --from    where the archives are (NN_RELEASES); vVERSION/nn-VERSION-PLATFORM.tar.gz is added, or .tar.xz if xz is here
# --prefix  the folder that gets bin/nn and lib/nn (~/.local)
# --sha256  the checksum of ARCHIVE, or of the .tar.gz (default: what is in the file ARCHIVE.sha256 next to it)
set -eu

version=0.1.0
prefix=${HOME:-}/.local
from=${NN_RELEASES:-https://github.com/nnlang/nn/releases/download}
archive=''
expected=''
uninstall=''

fail() {
    echo "install.sh: $1" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
    --version | --prefix | --from | --sha256)
        [ $# -gt 1 ] || fail "$1 needs a value"
        case $1 in
        --version) version=$2 ;;
        --prefix) prefix=$2 ;;
        --from) from=$2 ;;
        --sha256) expected=$2 ;;
        esac
        shift
        ;;
    --uninstall) uninstall=yes ;;
    -h | --help)
        sed -n '2,11s/^# \{0,1\}//p' "$0"
        exit
        ;;
    -*) fail "unknown option $1; --help shows all" ;;
    *) archive=$1 ;;
    esac
    shift
done

case $prefix in
/*) ;;
*) prefix=$PWD/$prefix ;;
esac
shared='man/man1/nn.1 bash-completion/completions/nn zsh/site-functions/_nn fish/vendor_completions.d/nn.fish'

if [ -n "$uninstall" ]; then
    [ -x "$prefix/lib/nn/bin/nn" ] || fail "nn is not installed in $prefix"
    for file in bin/nn $(printf 'share/%s ' $shared); do
        [ ! -h "$prefix/$file" ] || rm "$prefix/$file"
    done
    rm -rf "$prefix/lib/nn"
    echo "nn is no longer in $prefix"
    exit
fi

case $(uname -s) in
Linux) system=linux ;;
Darwin) system=macos ;;
*) fail "there is no archive for $(uname -s); build nn from its sources" ;;
esac
case $(uname -m) in
x86_64 | amd64) machine=x64 ;;
aarch64 | arm64) machine=arm64 ;;
*) fail "there is no archive for $(uname -m) processors; build nn from its sources" ;;
esac
if [ "$system" = linux ] && ls /lib/ld-musl-* >/dev/null 2>&1; then
    fail "there is no archive for Linux with musl (Alpine); build nn from its sources"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Writes what is at the address $1 to the file $2.
fetch() {
    if command -v curl >/dev/null; then
        curl -fsSL -o "$2" "$1"
    elif command -v wget >/dev/null; then
        wget -q -O "$2" "$1"
    else
        fail "neither curl nor wget is here to fetch $1"
    fi
}

# Sets archive: the file $1 in the releases; fails if it is not there.
find_archive() {
    case $from in
    *://*)
        archive=$work/$1
        fetch "$from/v$version/$1" "$archive" || return
        [ -n "$expected" ] || fetch "$from/v$version/$1.sha256" "$archive.sha256"
        ;;
    *)
        archive=$from/v$version/$1
        [ -f "$archive" ]
        ;;
    esac
}

if [ -z "$archive" ]; then
    name=nn-$version-$system-$machine.tar
    if [ -n "$expected" ] || ! command -v xz >/dev/null || ! find_archive "$name.xz" 2>/dev/null; then
        find_archive "$name.gz" || fail "can't fetch $from/v$version/$name.gz"
    fi
fi
[ -f "$archive" ] || fail "there is no file $archive"
if [ -z "$expected" ]; then
    [ -f "$archive.sha256" ] || fail "there is no checksum $archive.sha256"
    read -r expected _ <"$archive.sha256" || true # its line may lack an end
fi
if command -v sha256sum >/dev/null; then
    found=$(sha256sum "$archive")
elif command -v shasum >/dev/null; then
    found=$(shasum -a 256 "$archive")
else
    fail "neither sha256sum nor shasum is here to check the archive"
fi
[ "${found%% *}" = "$expected" ] || fail "$archive is damaged: its checksum is ${found%% *}, not $expected"

# The new version takes the old one's place only once it has run here.
mkdir -p "$prefix/lib" "$prefix/bin"
new=$prefix/lib/.nn.new
old=$prefix/lib/.nn.old
rm -rf "$new" "$old"
mkdir "$new"
trap 'rm -rf "$work" "$new"' EXIT
case $archive in
*.xz) unpack=J ;;
*) unpack=z ;;
esac
tar "x${unpack}f" "$archive" -C "$new" || fail "can't unpack $archive"
set -- "$new"/*
[ -x "$1/bin/nn" ] || fail "$archive is not an archive of nn"
says=$("$1/bin/nn" --version) || fail "the nn in $archive does not run on this system"
[ ! -e "$prefix/lib/nn" ] || mv "$prefix/lib/nn" "$old"
mv "$1" "$prefix/lib/nn"
rm -rf "$new" "$old"
ln -sf ../lib/nn/bin/nn "$prefix/bin/nn"
for file in $shared; do
    mkdir -p "$prefix/share/${file%/*}"
    ln -sf "$prefix/lib/nn/share/$file" "$prefix/share/$file"
done

echo "$says is installed: $prefix/bin/nn"
case :$PATH: in
*:"$prefix/bin":*) echo "Try: nn $prefix/lib/nn/share/nn/samples/backprop.nn" ;;
*) echo "Put $prefix/bin on your PATH, or run it by its full name." ;;
esac
