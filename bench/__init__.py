"""What speed is measured with: `make bench` and, in under a minute, `make bench-quick`.

The program runs as everyone starts it, in a real pseudo-terminal, and nothing of it is looked into
but what it draws and what it has on the disk. It takes turns with a yardstick, so that other work
on the machine slows both: read the ratios, not the milliseconds.
"""
