"""Many kiosks on one hub. The folder of visits stays the truth of each kiosk.

`door` and what it imports is all that a kiosk knows of it; the rest runs in `prolo sync`.
"""
