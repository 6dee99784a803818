#!/usr/bin/env bash
# Browser tests need a real Chromium. Takes the one that is there; as root on a Debian system installs
# its package; otherwise Playwright fetches its own when the tests start.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    echo "browser: $(command -v "$name")"
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "browser: installing the package chromium"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null
  exit 0
fi
echo "browser: none installed; Playwright will fetch its own"
