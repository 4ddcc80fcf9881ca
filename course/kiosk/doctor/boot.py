"""What the doctor says of the way from the switch to the kiosk, and of keys that lead off it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course.kiosk.doctor.finding import Finding

KEYS = ("HandlePowerKey", "HandleRebootKey", "HandleSuspendKey", "HandleHibernateKey")
"""What systemd-logind does for keys that any keyboard may have."""
LIDS = ("HandleLidSwitch",)
INSTALL = "deploy/install.sh sets it."


def burst(action: str | None) -> Finding:
    """`action`: what systemd does for ctrl+alt+del seven times in two seconds; None if not said."""
    if action == "none":
        return Finding("ok", "burst", "ctrl+alt+del does nothing, however often.")
    says = "ctrl+alt+del restarts the machine when it is pressed often enough."
    return Finding("mend", "burst", says, f"CtrlAltDelBurstAction=none: {INSTALL}")


def keys(actions: Mapping[str, str | None]) -> Finding:
    """`actions`: what each of KEYS and LIDS does; None where nothing is said."""
    acting = [name for name, action in actions.items() if action != "ignore"]
    if acting:
        says = "A key, or the lid, can turn the machine off or send it to sleep."
        return Finding("mend", "power keys", says, f"{', '.join(acting)}=ignore: {INSTALL}")
    return Finding("ok", "power keys", "Do nothing.")


def logins(automatic: str | None) -> Finding:
    """`automatic`: how many virtual terminals offer a login by themselves; None if not said."""
    if automatic == "0":
        return Finding("ok", "logins", "None behind other function keys.")
    says = "A login waits behind alt+F2."
    return Finding("mend", "logins", says, f"NAutoVTs=0 and ReserveVT=0: {INSTALL}")


def menu(has_grub: bool, timeout: str | None) -> Finding:
    """`timeout`: the seconds that GRUB's menu waits, as written; None if not said."""
    if not has_grub:
        how = "See to it that its menu does not wait, and that it asks for a password."
        return Finding("note", "boot menu", "This machine does not start with GRUB.", how)
    if timeout == "0":
        return Finding("ok", "boot menu", "Waits for nobody.")
    return Finding("mend", "boot menu", "It waits for a key.", f"GRUB_TIMEOUT=0: {INSTALL}")


def password(has_one: bool) -> Finding:
    """Whether GRUB asks for a password before it does anything else than start."""
    if has_one:
        return Finding("ok", "boot pass", "Set.")
    says = "Whoever holds a key while it starts can change how it starts."
    how = "Run /opt/prolo-kiosk/deploy/boot-password.sh."
    return Finding("mend", "boot pass", says, how)


def repair(arguments: Sequence[str]) -> Finding:
    """`arguments`: what the kernel was started with.

    `fsck.repair` is explained in systemd-fsck(8).
    """
    if "fsck.repair=yes" in arguments:
        return Finding("ok", "disk check", "Mends a disk after a power cut without asking.")
    says = "After a power cut it may ask before it mends the disk, and wait."
    how = "fsck.repair=yes for the kernel; with GRUB deploy/install.sh sets it for the next start."
    return Finding("mend", "disk check", says, how)


def lock(is_open: Sequence[str] | None, misplaced: Sequence[str]) -> Finding:
    """`is_open`: what foot still has a key for; None if there is no foot, or it cannot be told.

    `misplaced`: what stands in the clinic's file for foot and does not belong there.
    """
    if is_open is None:
        how = "Without foot, as on a bare console, there is nothing to tell."
        return Finding("note", "foot", "Its keys cannot be told from here.", how)
    if is_open:
        says = f"The terminal has keys of its own: {', '.join(is_open)}."
        return Finding("mend", "foot", says, "Update the kiosk.")
    if misplaced:
        says = f"/etc/prolo-kiosk/foot.ini sets more than letters: {', '.join(misplaced)}."
        return Finding("mend", "foot", says, "Take these lines out.")
    return Finding("ok", "foot", "No key of its own is left.")
