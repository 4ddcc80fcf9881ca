#!/bin/sh
# Makes a bare Debian 12 or 13 a kiosk. Run it as root, from a checkout of this project:
#   deploy/install.sh             cage and foot on the screen
#   deploy/install.sh --console   a bare virtual terminal
# It may be run again, as for an update: what it was told the first time holds until it is told
# otherwise. Learners and settings stay as they are.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "Run this as root." >&2; exit 1; }

graphics="cage foot xwayland fonts-dejavu-core fontconfig"
[ "${1:-}" != --console ] || graphics=""
apt-get update
# shellcheck disable=SC2086 # a list of packages
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    python3 python3-venv libpam-systemd dbus systemd-timesyncd util-linux $graphics

# Beside the old one, then put in its place at once: a download that breaks off harms nothing.
new=/opt/prolo-kiosk-$(date +%Y%m%d%H%M%S)
trap 'rm -rf "$new"' EXIT
python3 -m venv "$new"
"$new/bin/pip" install --quiet --constraint "$here/../constraints.txt" "$here/..[pictures]"
cp -r "$here" "$new/deploy"
trap - EXIT
ln -sfn "$new" /opt/prolo-kiosk.next
mv -T /opt/prolo-kiosk.next /opt/prolo-kiosk

# The size of the letters may have been chosen for this screen.
[ -e /etc/prolo-kiosk/foot.ini ] || install -D -m 0644 "$here/foot.ini" /etc/prolo-kiosk/foot.ini
rm -f /etc/prolo-kiosk/run.py
/opt/prolo-kiosk/deploy/set-up.sh "$@"
