"""What the feeds of a list hold, and the three forms in which they say it."""
