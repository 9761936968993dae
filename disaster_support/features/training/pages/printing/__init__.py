"""What a course prints, seen before it is printed, and the whole folder."""
