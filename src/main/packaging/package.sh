#!/bin/sh
# Builds an application image with its own Java: ./vermeer package [--dest DIR]
set -eu
home=$1
shift
dest="$home/dist"
[ "${1:-}" = --dest ] && dest=$2

command -v jpackage >/dev/null 2>&1 || { echo "jpackage was not found: it is part of a full JDK 17; put the JDK's bin folder on the path." >&2; exit 1; }

input="$home/target/package-input"
rm -rf "$input" "$dest/Vermeer" "$dest/Vermeer.app"
mkdir -p "$input" "$dest"
cp -R "$home/target/app/vermeer.jar" "$home/target/app/lib" "$input/"
cp -R "$home/sample-models" "$input/"

case "$(uname -s)" in
    Darwin) icon="$home/icons/vermeer-512.png" ;;
    *) icon="$home/icons/vermeer-256.png" ;;
esac

# The runtime keeps bin/java, because workers are processes of their own.
jpackage --type app-image --name Vermeer --app-version 0.1.0 --dest "$dest" --icon "$icon" \
    --input "$input" --main-jar vermeer.jar --main-class vermeer.Main \
    --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,java.scripting,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.management \
    --jlink-options "--no-header-files --no-man-pages" \
    --java-options "-XX:+UseSerialGC" --java-options "-Xmx512m" --java-options "-Xmn64m" --java-options "-Xss2m" \
    --java-options "-Djdk.serialFilter=!*" --java-options "-Dvermeer.home=\$APPDIR"
echo "Built $dest/Vermeer"
