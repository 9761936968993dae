"""The settings page: how the program looks, where its data lies, what it is made of."""
