"""What a kiosk may do and when: policy alone, without a terminal."""
