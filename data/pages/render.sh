#!/bin/sh
# Pages of a PDF side by side, as the pictures of the README: render.sh OUT.png FILE.pdf PAGE...
# Needs pdftoppm (poppler-utils) and montage (imagemagick).
set -eu
out=$1
pdf=$2
shift 2
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
for page in "$@"; do
  pdftoppm -r 72 -f "$page" -l "$page" -png "$pdf" "$folder/$(printf %04d "$page")"
done
montage "$folder"/*.png -tile "$#x1" -geometry +6+6 -background '#b8b8b8' "$folder/all.png"
convert "$folder/all.png" -strip +dither -colors 240 -define png:compression-level=9 "$out"
