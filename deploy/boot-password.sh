#!/bin/sh
# Asks for a password without which nobody changes how the machine starts. The kiosk itself starts
# without one. Run it as root, after install.sh; once more sets another password.
set -eu

[ "$(id -u)" = 0 ] || { echo "Run this as root." >&2; exit 1; }
if [ ! -d /boot/grub ] || ! command -v grub-mkpasswd-pbkdf2 >/dev/null; then
    echo "This machine does not start with GRUB. Set a password in its own boot loader." >&2
    exit 2
fi

hashed=$(grub-mkpasswd-pbkdf2 | tee /dev/stderr | sed -n 's/.*\(grub\.pbkdf2\.[^ ]*\).*/\1/p')
[ -n "$hashed" ] || { echo "No password was set; please try again." >&2; exit 1; }

umask 077
cat >/etc/grub.d/01_prolo-kiosk <<END
#!/bin/sh
cat <<'GRUB'
set superusers="staff"
password_pbkdf2 staff $hashed
GRUB
END
# The kiosk's own entry asks for nothing; all else, and every change, asks for the password.
cat >/etc/grub.d/10_prolo-kiosk <<'END'
#!/bin/sh
sh /etc/grub.d/10_linux | sed "s/^menuentry '[^']*'/& --unrestricted/"
END
chmod 0700 /etc/grub.d/01_prolo-kiosk /etc/grub.d/10_prolo-kiosk
# An update of GRUB would make it run again beside ours.
dpkg-statoverride --list /etc/grub.d/10_linux >/dev/null ||
    dpkg-statoverride --update --add root root 0644 /etc/grub.d/10_linux
update-grub
