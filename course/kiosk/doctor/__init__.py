"""Whether a machine is fit to be a kiosk."""
