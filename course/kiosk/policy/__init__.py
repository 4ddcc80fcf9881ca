"""What a person may do at a kiosk, who counts as being there, and who staff are."""
