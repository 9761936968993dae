"""Coming and going, meals and things: scanned, typed or ticked."""
