# The pages' own test: every title that a page shows goes through Html.escaped.
set -eu
raw=$(grep -n 'title()' src/portal/pages/*.java | grep -v 'escaped(' || true)
if [ -n "$raw" ]; then
  echo "shown as it was typed:"
  echo "$raw"
  exit 1
fi
echo "every title is escaped"
