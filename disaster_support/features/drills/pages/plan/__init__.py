"""The plan of a drill: read, and changed."""
