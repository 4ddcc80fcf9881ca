#!/bin/sh
# Puts a backup back in the place of what the hub holds: restore.sh FILE
# What kiosks have and the backup has not goes up again by itself; who was forgotten since it was made
# is taken from the hub before, and stays forgotten.
set -eu
file=${1:?"Give a file that backup.sh wrote."}
tar --list --gzip --file "$file" >/dev/null
systemctl stop nats-server
trap 'systemctl start nats-server' EXIT
[ ! -e /var/lib/nats ] || mv /var/lib/nats "/var/lib/nats.before-$(date -u +%Y%m%dT%H%M%SZ)"
tar --extract --gzip --file "$file" --directory /
chown -R nats:nats /var/lib/nats
