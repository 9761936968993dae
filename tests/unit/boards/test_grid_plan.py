import pytest

from disaster_support.features.boards.grid_plan import Grid, share_height


@pytest.mark.parametrize(
    ("needed", "height", "shared"),
    [
        ([100, 100], 400, [200, 200]),
        ([100, 250], 400, [150, 250]),
        ([250, 100, 100], 450, [250, 100, 100]),
        ([300, 200], 400, [300, 200]),
        ([120], 400, [400]),
    ],
)
def test_rows_fill_the_page_and_take_from_one_another(needed, height, shared):
    assert share_height(needed, height) == shared


def test_a_page_of_rows_fills_its_height():
    assert Grid(3, 2, 412).row_height == 200
