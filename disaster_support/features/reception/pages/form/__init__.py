"""The form of one person: the same at the door and in a record that is changed."""
