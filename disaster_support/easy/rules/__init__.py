"""What Easy Japanese asks for, a module for each family of rules; each finds in a draft what is against it."""
