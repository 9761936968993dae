"""Talk: fingerboards on the screen and on paper."""
