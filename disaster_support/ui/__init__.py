"""The Qt shell: window, theme, fonts, shared widgets, preview, background work."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide replaces `import` by one that reads the source of every module loaded after it, to see whether it may use
# PySide's `__feature__` switch. Nothing here does; the reading took a fifteenth of the start and 3 MB.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
