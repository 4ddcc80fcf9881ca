#!/bin/sh
# Makes a bare Debian 12 or 13 a kiosk. Run it as root, from a checkout of this project:
#   deploy/install.sh             cage and foot on the screen
#   deploy/install.sh --console   a bare virtual terminal
#   deploy/install.sh --voice     as well, a natural voice that reads aloud (210 MB, 5 to 20 minutes)
# It may be run again, as for an update. Learners and settings stay as they are.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
unit="prolo-kiosk"
graphics="cage foot xwayland fonts-dejavu-core fontconfig"
sound="" extras=pictures prolo=/opt/prolo-kiosk/bin/prolo data=/var/lib/prolo-kiosk
for asked in "$@"; do
    case "$asked" in
        --console) unit=prolo-kiosk-console graphics="" ;;
        --voice) sound="espeak-ng opus-tools alsa-utils" extras=pictures,voice ;;
        *) echo "There is no option $asked; see the first lines of this file." >&2; exit 2 ;;
    esac
done
[ "$(id -u)" = 0 ] || { echo "Run this as root." >&2; exit 1; }

apt-get update
# shellcheck disable=SC2086 # lists of packages
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    python3 python3-venv libpam-systemd dbus systemd-timesyncd util-linux $graphics $sound

id kiosk >/dev/null 2>&1 ||
    useradd --system --home-dir /var/lib/prolo-kiosk --no-create-home --shell /usr/sbin/nologin kiosk
install -d -m 0700 -o kiosk -g kiosk /var/lib/prolo-kiosk

# Beside the old one, then put in its place at once: a download that breaks off harms nothing.
new=/opt/prolo-kiosk-$(date +%Y%m%d%H%M%S)
python3 -m venv "$new"
"$new/bin/pip" install --quiet --constraint "$here/../constraints.txt" "$here/..[$extras]"
ln -sfn "$new" /opt/prolo-kiosk.next
mv -T /opt/prolo-kiosk.next /opt/prolo-kiosk

# The size of the letters may have been chosen for this screen.
[ -e /etc/prolo-kiosk/foot.ini ] || install -D -m 0644 "$here/foot.ini" /etc/prolo-kiosk/foot.ini
install -D -m 0755 "$here/run.py" /etc/prolo-kiosk/run.py
install -D -m 0644 "$here/slice.conf" "/etc/systemd/system/user-$(id -u kiosk).slice.d/prolo-kiosk.conf"
install -D -m 0644 "$here/sysctl.conf" /etc/sysctl.d/90-prolo-kiosk.conf
install -D -m 0644 "$here/logind.conf" /etc/systemd/logind.conf.d/prolo-kiosk.conf
for each in prolo-kiosk prolo-kiosk-console prolo-doctor; do
    install -D -m 0644 "$here/$each.service" "/etc/systemd/system/$each.service"
done

# Only what a running systemd can do; an image that is being built does it at its first boot.
systemctl mask ctrl-alt-del.target
systemctl set-default multi-user.target
systemctl disable prolo-kiosk prolo-kiosk-console 2>/dev/null || true
systemctl enable "$unit"
[ ! -d /run/systemd/system ] || { sysctl --quiet --system; systemctl daemon-reload; }

# Once: what has been spoken before is not spoken again. Without it the machine's own voice reads.
if [ -n "$sound" ]; then
    content=""
    [ ! -d "$data/modules" ] || content=$data/modules
    # shellcheck disable=SC2086 # one folder or none
    runuser -u kiosk -- "$prolo" --data-dir "$data" voice render $content ||
        echo "The lines are not all spoken. The same command again does the rest." >&2
fi

echo "Next: /opt/prolo-kiosk/bin/prolo --data-dir /var/lib/prolo-kiosk kiosk set-pin"
echo "Then: systemctl restart systemd-logind && systemctl start $unit"
