#!/bin/sh
# Saves what the hub holds, whole and sealed as it is: backup.sh FOLDER
# The hub stands still for it, some seconds for a gigabyte; every kiosk goes on by itself meanwhile.
set -eu
to=${1:?"Give the folder that backups go to."}
umask 077
mkdir -p "$to"
file="$to/hub-$(date -u +%Y%m%dT%H%M%SZ).tar.gz"
systemctl stop nats-server
trap 'systemctl start nats-server' EXIT
tar --create --gzip --file "$file.new" --directory / var/lib/nats etc/nats-server.conf etc/nats/clinics
mv "$file.new" "$file"
echo "$file"
