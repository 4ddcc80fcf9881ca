#!/bin/sh
# A whole Debian, set up and booted in a container of its own: install offline from the package, boot
# to the kiosk, update, an update that fails, --console kept, back to the one before, what speaks with a
# hub or a record store, purge.
#   tests/deploy/machine.sh bookworm OUT/prolo-kiosk_0.1.0_amd64.deb [WHEELS]
# WHEELS is a folder with what docs/fleet.md has a keeper get; without it that is not installed.
# Run it as root; it needs debootstrap and systemd-container. Each step says what came of it.
set -eu

suite=$1 package=$(realpath "$2") wheels=${3:-}
root=${PROLO_MACHINE:-/var/tmp/prolo-machine-$suite}
name=prolo-$suite
failed=0

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*"; }
# Whatever is done inside is given up after ten minutes.
inside() { timeout --kill-after=10 600 nsenter --target "$leader" --all -- /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
step() {
    what=$1
    shift
    if "$@"; then say "ok      $what"; else say "FAILED  $what"; failed=1; fi
}
holds() {
    left=$1
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$left" -gt 0 ] || return 1
        left=$((left - 1))
        sleep 1
    done
}

[ -d "$root" ] || debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,libpam-systemd,python3,python3-venv,cage,foot,xwayland,fonts-dejavu-core,fontconfig,util-linux,passwd,procps,kbd \
    "$suite" "$root" >/dev/null
cp "$package" "$root/root/"
package=/root/$(basename "$package")

export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=${SYSTEMD_NSPAWN_UNIFIED_HIERARCHY:-1}
boot() {
    systemd-nspawn --quiet --boot --register=no --keep-unit --machine="$name" --directory="$root" \
        --private-network --bind=/dev/tty1 --property=DeviceAllow='char-tty rw' >"/tmp/$name.log" 2>&1 &
    spawn=$!
    leader=""
    while [ -z "$leader" ]; do
        sleep 1
        kill -0 "$spawn" || { cat "/tmp/$name.log" >&2; exit 1; }
        leader=$(cat "/proc/$spawn/task/$spawn/children" | awk '{print $1}')
    done
    holds 60 inside systemctl is-active --quiet dbus || { say "it does not boot"; exit 1; }
}
end() {
    inside systemctl poweroff || true
    holds 120 sh -c "! kill -0 $spawn" || { say "it does not switch off"; kill -KILL "$spawn"; }
    wait "$spawn" || true
}
trap 'kill "$spawn" 2>/dev/null || true' EXIT

headless() {
    mkdir -p "$root/etc/systemd/system/prolo-kiosk.service.d"
    cat >"$root/etc/systemd/system/prolo-kiosk.service.d/headless.conf" <<'END'
[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
# A container has no virtual terminals, and logind gives no session on one.
TTYPath=/dev/console
END
    ln -sfn /dev/null "$root/etc/systemd/system/console-getty.service"
}
is_up() { holds 60 inside systemctl is-active --quiet "$1"; }
pids() { inside pgrep -u kiosk -f 'part course'; }
sync_is() { [ "$(inside systemctl show --value --property=ActiveState,Result,NRestarts prolo-sync | sort | xargs)" = "$1" ]; }
runs_now() { inside sh -c 'grep -q "$(readlink /opt/prolo-kiosk)/" "/proc/$(systemctl show --value --property=MainPID prolo-sync)/maps"'; }
is_new() { holds 20 sh -c "[ \"\$(nsenter --target $leader --all -- pgrep -u kiosk -f 'part course')\" != '$1' ]" && holds 20 pids; }

headless
boot
step "install from the package, without a network" inside dpkg --install "$package"
step "the services are there" inside systemd-analyze verify prolo-kiosk.service
step "foot takes its lock" inside LC_ALL=C.UTF-8 sh -c 'foot --config="$(ls /opt/prolo-kiosk/deploy/foot/lock-$(foot --version | cut -d" " -f3 | cut -d. -f1,2).ini)" --check-config'
inside systemctl daemon-reload
inside systemctl restart systemd-logind
inside systemctl start prolo-kiosk || true
step "the course is up" is_up prolo-kiosk
step "a course is there" holds 30 pids
step "no manager of the user's own" sh -c "! nsenter --target $leader --all -- pgrep -u kiosk -f 'systemd --user'"
for part in "part course" "foot --config" "cage -d" ; do
    before=$(pids || true)
    inside pkill -KILL -u kiosk -f "$part" || true
    step "back after kill -9 of: $part" is_new "$before"
done
for part in "/opt/prolo-kiosk/bin/python -I -c" "/usr/bin/foot --config" "/usr/bin/cage -d" "/opt/prolo-kiosk/bin/python -I /opt/prolo-kiosk/bin/prolo"; do
    # A terminal counts as one that answers once it has.
    sleep 6
    before=$(pids || true)
    inside pkill -STOP -u kiosk -o -f "^$part"
    began=$(date +%s)
    step "back after kill -STOP of: $part" is_new "$before"
    say "        $(($(date +%s) - began)) s"
done
end
boot
step "it boots to the kiosk" is_up prolo-kiosk
step "a course is there" holds 30 pids
before=$(inside readlink /opt/prolo-kiosk)
step "the same package again, as an update" inside dpkg --install "$package"
step "the program is in another folder" sh -c "[ '$before' != \"\$(nsenter --target $leader --all -- readlink /opt/prolo-kiosk)\" ]"
step "the course is up after the update" is_up prolo-kiosk
now=$(inside readlink /opt/prolo-kiosk)
inside ln -sfn "$before" /opt/prolo-kiosk
inside systemctl daemon-reload
inside systemctl restart prolo-kiosk || true
step "the one before runs again" is_up prolo-kiosk
inside ln -sfn "$now" /opt/prolo-kiosk
inside mv /usr/share/prolo-kiosk/wheels /usr/share/prolo-kiosk/gone
step "an update that fails says so" sh -c "! nsenter --target $leader --all -- dpkg-reconfigure prolo-kiosk 2>/dev/null; ! nsenter --target $leader --all -- sh /var/lib/dpkg/info/prolo-kiosk.postinst configure 2>/dev/null"
step "and leaves the one in use" sh -c "[ '$now' = \"\$(nsenter --target $leader --all -- readlink /opt/prolo-kiosk)\" ]"
step "and no half-built folder" sh -c "[ \$(ls -d $root/opt/prolo-kiosk-* | wc -l) -le 2 ]"
inside mv /usr/share/prolo-kiosk/gone /usr/share/prolo-kiosk/wheels
inside systemctl stop prolo-kiosk
inside /opt/prolo-kiosk/deploy/set-up.sh --console >/dev/null
inside systemctl start prolo-kiosk-console || true
step "the console is up" is_up prolo-kiosk-console
step "an update keeps the console" inside dpkg --install "$package"
step "the console is enabled still" inside systemctl is-enabled --quiet prolo-kiosk-console
step "and the screen is not" sh -c "! nsenter --target $leader --all -- systemctl is-enabled --quiet prolo-kiosk"
# The service must rest, not fail, where there is neither; and run from the program that is in use.
inside ln -sfn /opt/prolo-kiosk/deploy/fleet/prolo-sync.service /etc/systemd/system/
inside systemctl daemon-reload
step "enabled with nothing to do" inside systemctl enable --now prolo-sync
sleep 6
step "prolo-sync rests" sync_is "0 exec-condition inactive"
end
boot
step "it rests at boot too" sync_is "0 exec-condition inactive"
step "and nothing has failed" sh -c "[ -z \"\$(nsenter --target $leader --all -- systemctl --failed --quiet --no-legend)\" ]"
inside sh -c 'echo "xapi: https://lrs.example.org/xapi" >/var/lib/prolo-kiosk/clinic.yaml'
inside systemctl start prolo-sync
sleep 6
step "prolo-sync runs where there is a record store" sync_is "0 active success"
if [ -n "$wheels" ]; then
    inside mkdir -p /usr/local/share/prolo-kiosk
    cp -r "$wheels" "$root/usr/local/share/prolo-kiosk/wheels"
fi
step "an update while it runs" inside dpkg --install "$package"
step "prolo-sync runs from the new one" holds 20 runs_now
[ -z "$wheels" ] || step "what speaks with a hub is there" inside /opt/prolo-kiosk/bin/python -I -c "import nats, nkeys, nacl"
inside rm -rf /usr/local/share/prolo-kiosk
step "purge" inside dpkg --purge prolo-kiosk
step "nothing is left" sh -c "! ls -d $root/opt/prolo-kiosk* $root/var/lib/prolo-kiosk $root/etc/prolo-kiosk $root/etc/systemd/system/prolo-* $root/etc/systemd/system/*.wants/prolo-* 2>/dev/null | grep -v '\.service\.d$'"
step "nor the user" sh -c "! nsenter --target $leader --all -- id kiosk 2>/dev/null"
end
exit "$failed"
