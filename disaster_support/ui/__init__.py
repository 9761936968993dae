"""The Qt shell: window, theme, fonts, shared widgets, preview, background work."""
