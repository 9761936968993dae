"""The Easy Japanese helper on the screen."""
