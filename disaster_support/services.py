"""Services that need something of two rooms, put together for the window and the command line alike."""

from disaster_support.context import Context
from disaster_support.features.boards.documents import build_board
from disaster_support.features.signs.service import SignService


def build_sign_service(context: Context) -> SignService:
    """Return the service that prints signs, and boards beside them."""
    return SignService(context, build_board)
