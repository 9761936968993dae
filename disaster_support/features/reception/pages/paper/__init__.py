"""Paper: what reception prints, seen before it is printed."""
