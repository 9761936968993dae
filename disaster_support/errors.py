"""What can go wrong in a way that the person at the keyboard can mend."""


class UserError(Exception):
    """Carries one translated sentence that says what is wrong and what to do. Anything else is a bug."""
