#!/bin/sh
# Installs the system libraries that are missing, through apt; says which, where apt is not there.
#   system.sh run    what the booklet needs
#   system.sh test   what the tests need besides
set -u

missing=""
need() { # need PACKAGE TEST...: run the test, note the package where it fails
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
library() { # library SONAME: is it known to the loader?
  { /sbin/ldconfig -p 2>/dev/null || ldconfig -p; } | grep -q "$1"
}

case ${1:-run} in
  run)
    need python3-venv "${PYTHON:-python3}" -c "import ensurepip"
    need libpango-1.0-0 library libpango-1.0.so.0
    need libpangoft2-1.0-0 library libpangoft2-1.0.so.0
    need libharfbuzz-subset0 library libharfbuzz-subset.so.0
    ;;
  test)
    need default-jre-headless java -version
    need libjaxb-java test -e /usr/share/java/jaxb-runtime.jar
    need poppler-utils pdftoppm -v
    need libreoffice-writer-nogui soffice --version
    ;;
esac

[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "These are missing, and apt is not here to install them:$missing" >&2
  echo "Install them by your system's own means (the names are Debian's), then run make again." >&2
  exit 1
fi
sudo=""
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "These are missing:$missing. As root: apt-get install$missing" >&2
    exit 1
  fi
  sudo=sudo
fi
echo "Installing by apt:$missing"
$sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
  echo "apt could not install:$missing" >&2
  exit 1
}
