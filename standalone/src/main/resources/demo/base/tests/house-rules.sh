# The rules of this house for every source: no tabs, no blanks at the end of a line.
set -eu
[ -d src ] || { echo "no sources yet"; exit 0; }
tab=$(printf '\t')
if grep -rnE --include='*.java' "$tab| +\$" src; then
  echo "tabs or blanks at the end of a line"
  exit 1
fi
echo "all sources keep to the rules"
