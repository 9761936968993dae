"""The drills of the window."""
