#!/bin/sh
# Connects a machine with the program in /opt/prolo-kiosk: services, keys, the boot menu. It stands in
# the program's own folder, and is run by install.sh and by the package.
#   set-up.sh             cage and foot on the screen, or what it was told the last time
#   set-up.sh --console   a bare virtual terminal
#   set-up.sh --screen    cage and foot again
set -eu

unit=prolo-kiosk
! systemctl --quiet is-enabled prolo-kiosk-console 2>/dev/null || unit=prolo-kiosk-console
case ${1:-} in
    --console) unit=prolo-kiosk-console ;;
    --screen) unit=prolo-kiosk ;;
    "") ;;
    *) echo "There is no option $1: --console, --screen, or nothing." >&2; exit 2 ;;
esac

id kiosk >/dev/null 2>&1 ||
    useradd --system --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin kiosk
user=$(id -u kiosk)
install -d -m 0700 -o kiosk -g kiosk /var/lib/prolo-kiosk

# Reached through the program's folder: going back to an older one brings what belongs to that as well.
its=/opt/prolo-kiosk/deploy
link() {
    mkdir -p "$(dirname "$2")"
    ln -sfn "$its/$1" "$2"
}
link slice.conf "/etc/systemd/system/user-$user.slice.d/prolo-kiosk.conf"
link user.conf "/etc/systemd/system/user@$user.service.d/prolo-kiosk.conf"
link sysctl.conf /etc/sysctl.d/90-prolo-kiosk.conf
link logind.conf /etc/systemd/logind.conf.d/prolo-kiosk.conf
link system.conf /etc/systemd/system.conf.d/prolo-kiosk.conf
# Whoever disables a service that is linked takes the link away as well.
systemctl disable prolo-kiosk prolo-kiosk-console 2>/dev/null || true
for each in prolo-kiosk prolo-kiosk-console prolo-doctor; do
    link "$each.service" "/etc/systemd/system/$each.service"
done
ln -sfn /opt/prolo-kiosk/bin/prolo /usr/local/bin/prolo

if [ -d /boot/grub ] && command -v update-grub >/dev/null; then
    install -D -m 0644 "$its/grub.cfg" /etc/default/grub.d/prolo-kiosk.cfg
    update-grub
fi

systemctl mask ctrl-alt-del.target
systemctl set-default multi-user.target
systemctl enable "$its/$unit.service"
# Only what a running systemd can do; an image that is being built does it at its first boot.
if [ -d /run/systemd/system ]; then
    sysctl --quiet --load=/etc/sysctl.d/90-prolo-kiosk.conf ||
        echo "The kernel's settings hold from the next boot on."
    systemctl daemon-reexec
fi

echo "Next: prolo --data-dir /var/lib/prolo-kiosk kiosk set-pin"
[ ! -d /boot/grub ] || echo "Then: $its/boot-password.sh"
echo "Then: systemctl restart systemd-logind && systemctl restart $unit"
echo "Then: runuser -u kiosk -- prolo --data-dir /var/lib/prolo-kiosk kiosk doctor"
