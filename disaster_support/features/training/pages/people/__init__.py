"""The people at a course: who they are, when they were there, what they have reached."""
