from tests.helpers.registers import cheap_keys, register

__all__ = ["cheap_keys", "register"]
