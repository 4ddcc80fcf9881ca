"""Makes every system call of a save fail, and looks whether anything was lost.

`python -m tests.faults --rounds N`
"""
