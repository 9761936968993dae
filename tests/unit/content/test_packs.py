"""Packs: what is printed in one go, by name or all there is."""

import pytest

from tests.unit.content.small_library import Folders


def write(library: Folders, signs: str) -> None:
    library.write("packs.toml", f'[[pack]]\nid = "first"\nsigns = {signs}\n')


def test_a_pack_of_all_signs_takes_in_whatever_sign_is_written(library: Folders) -> None:
    write(library, '"all"')
    catalogue = library.open()
    signs = tuple(entry.id for entries in catalogue.signs().values() for entry in entries)
    assert catalogue.packs["first"].signs == signs != ()


@pytest.mark.parametrize("signs", ['"most"', "3", "true"])
def test_signs_that_are_no_list_leave_out_the_pack(signs: str, library: Folders) -> None:
    write(library, signs)
    catalogue = library.open()
    assert dict(catalogue.packs) == {}
    assert [problem.code for problem in catalogue.problems] == ["broken-table"]
