#!/bin/sh
# Makes a bare Debian 12 or 13 a kiosk. Run it as root, from a checkout of this project:
#   deploy/install.sh             cage and foot on the screen
#   deploy/install.sh --console   a bare virtual terminal
#   deploy/install.sh --screen    cage and foot again
#   deploy/install.sh --voice     as well, a natural voice that reads aloud (210 MB, 5 to 20 minutes)
# It may be run again, as for an update: what it was told the first time holds until it is told
# otherwise. Learners and settings stay as they are.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
graphics="cage foot xwayland fonts-dejavu-core fontconfig"
sound="" extras=pictures screen="" voice="" data=/var/lib/prolo-kiosk
[ ! -d "$data/cache/voice" ] || voice=yes
for asked in "$@"; do
    case "$asked" in
        --console) screen=$asked graphics="" ;;
        --screen) screen=$asked ;;
        --voice) voice=yes ;;
        *) echo "There is no option $asked; see the first lines of this file." >&2; exit 2 ;;
    esac
done
[ "$(id -u)" = 0 ] || { echo "Run this as root." >&2; exit 1; }
[ -z "$voice" ] || { sound="espeak-ng opus-tools alsa-utils"; extras=pictures,voice; }

apt-get update
# shellcheck disable=SC2086 # lists of packages
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    python3 python3-venv libpam-systemd dbus systemd-timesyncd util-linux $graphics $sound

# Beside the old one, then put in its place at once: a download that breaks off harms nothing.
new=/opt/prolo-kiosk-$(date +%Y%m%d%H%M%S)
trap 'rm -rf "$new"' EXIT
python3 -m venv "$new"
"$new/bin/pip" install --quiet --constraint "$here/../constraints.txt" "$here/..[$extras]"
cp -r "$here" "$new/deploy"
trap - EXIT
ln -sfn "$new" /opt/prolo-kiosk.next
mv -T /opt/prolo-kiosk.next /opt/prolo-kiosk

# The size of the letters may have been chosen for this screen.
[ -e /etc/prolo-kiosk/foot.ini ] || install -D -m 0644 "$here/foot.ini" /etc/prolo-kiosk/foot.ini
rm -f /etc/prolo-kiosk/run.py
/opt/prolo-kiosk/deploy/set-up.sh ${screen:+"$screen"}

# Once: what has been spoken before is not spoken again. Without it the machine's own voice reads.
if [ -n "$voice" ]; then
    content=""
    [ ! -d "$data/modules" ] || content=$data/modules
    # shellcheck disable=SC2086 # one folder or none
    runuser -u kiosk -- /opt/prolo-kiosk/bin/prolo --data-dir "$data" voice render $content ||
        echo "The lines are not all spoken. The same command again does the rest." >&2
fi
