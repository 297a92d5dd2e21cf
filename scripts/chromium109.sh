#!/usr/bin/env bash
# Fetches Chromium 109, the oldest browser that Sigap promises to serve, into .cache/chromium109 for the browser tests.
# Prints the path of the program. Fails, with the reason on stderr, when it can't be had.
set -euo pipefail

package=@sparticuz/chromium@109.0.6
sha256=84171b067a588137a242c3dfb70d160c49d055a4227297aefc5eace94e47566c
cd "$(dirname "$0")/.."
folder=$PWD/.cache/chromium109
program=$folder/chromium

if [ -x "$program" ]; then
    echo "$program"
    exit
fi
for tool in npm node; do
    command -v "$tool" >/dev/null || { echo "$tool belum terpasang" >&2; exit 1; }
done

mkdir -p "$folder"
work=$(mktemp -d "$folder/unduh.XXXXXX")
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack "$package" --silent >/dev/null) || { echo "paket $package tidak dapat diunduh" >&2; exit 1; }
echo "$sha256  $(echo "$work"/*.tgz)" | sha256sum --check --status || { echo "paket $package bukan yang dikenal" >&2; exit 1; }
tar -xzf "$work"/*.tgz -C "$work" package/bin/chromium.br
node -e '
const [packed, program] = process.argv.slice(1);
const fs = require("fs"), zlib = require("zlib");
fs.writeFileSync(program, zlib.brotliDecompressSync(fs.readFileSync(packed)), { mode: 0o755 });
' "$work/package/bin/chromium.br" "$work/chromium"
# The name appears only when the file is whole, so that an interrupted run leaves nothing that looks ready.
mv "$work/chromium" "$program"
echo "$program"
