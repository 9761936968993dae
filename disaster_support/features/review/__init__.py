"""Review: texts go out to people who know the language, come back, and are taken line by line."""
