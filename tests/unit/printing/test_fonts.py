"""The bundled fonts, and the static ones made of them for the screen."""

import subprocess
import sys

import pytest
import uharfbuzz as hb

from disaster_support.content.model import Category
from disaster_support.documents.colors import SAFETY_COLORS
from disaster_support.errors import UserError
from disaster_support.printing.fonts import FONT_KEYS, font_path, open_face, open_font
from disaster_support.printing.instances import instance_path, static_instance


@pytest.mark.parametrize("key", FONT_KEYS)
def test_every_font_is_there_with_its_weights(key):
    assert font_path(key).is_file()
    assert open_font(key, False).scale == (1000, 1000)
    assert [axis.tag for axis in open_face(key).axis_infos] == ["wght"]


@pytest.mark.parametrize("bold", [False, True])
def test_a_static_font_has_its_weight_and_name(tmp_path, bold):
    path = static_instance("khmer", bold, tmp_path / "fonts")
    assert path == instance_path("khmer", bold, tmp_path / "fonts")
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    assert not face.axis_infos
    assert face.get_name(1) == "Shelter Sans Khmer"
    assert face.get_name(2) == ("Bold" if bold else "Regular")
    assert "Open Font License" in face.get_name(13)
    os2 = face.reference_table("OS/2").data
    assert int.from_bytes(os2[4:6], "big") == (700 if bold else 400)
    glyph = open_font("khmer", bold).get_nominal_glyph(ord("ក"))
    assert hb.Font(face).get_glyph_h_advance(glyph) == open_font("khmer", bold).get_glyph_h_advance(glyph)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_static_font_is_made_once(tmp_path):
    path = static_instance("lao", False, tmp_path)
    path.write_bytes(b"kept")
    assert static_instance("lao", False, tmp_path).read_bytes() == b"kept"


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="file"):
        static_instance("lao", False, tmp_path / "file")


def test_unknown_fonts_are_key_errors():
    with pytest.raises(KeyError):
        font_path("gothic")


def test_the_door_and_the_fonts_import_nothing_heavy():
    code = (
        "import sys, disaster_support.printing, disaster_support.printing.fonts, disaster_support.printing.instances;"
        "heavy = {'uharfbuzz', 'reportlab', 'icu4py', 'pypdfium2', 'segno', 'PySide6'} & set(sys.modules);"
        "sys.exit(' '.join(heavy))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stderr.strip() == ""
    )


def test_every_category_has_its_colour():
    assert set(SAFETY_COLORS) == set(Category)
