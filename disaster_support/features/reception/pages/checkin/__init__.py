"""The self check-in: another world than the rest of the program, full screen, one question at a time."""
