#!/bin/sh
# Takes away what set-up.sh has made, and leaves what learners have answered.
set -eu

systemctl disable --now prolo-kiosk prolo-kiosk-console prolo-doctor 2>/dev/null || true
for each in prolo-kiosk prolo-kiosk-console prolo-doctor; do
    rm -f "/etc/systemd/system/$each.service"
done
rm -f /etc/systemd/system/user-*.slice.d/prolo-kiosk.conf \
    /etc/systemd/system/user@*.service.d/prolo-kiosk.conf \
    /etc/sysctl.d/90-prolo-kiosk.conf /etc/systemd/logind.conf.d/prolo-kiosk.conf \
    /etc/systemd/system.conf.d/prolo-kiosk.conf /usr/local/bin/prolo
if [ -e /etc/default/grub.d/prolo-kiosk.cfg ]; then
    rm -f /etc/default/grub.d/prolo-kiosk.cfg
    ! command -v update-grub >/dev/null || update-grub
fi
systemctl unmask ctrl-alt-del.target
[ ! -d /run/systemd/system ] || systemctl daemon-reexec
