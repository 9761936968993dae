"""Staff and safety: who may open the register, and that it is not lost."""
