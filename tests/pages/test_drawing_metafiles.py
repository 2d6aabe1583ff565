"""Windows metafiles in drawings."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.drawing_metafiles import bitmap_in
from ita_docs.pages.drawn import PicturePiece, ShapePiece

from .drawing_samples import MEDIA, inline, one, picture, read

DIB = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + b"\1\2\3\0"
EMF = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
EMF_BITMAP = (
    struct.pack("<II16s6i4I4i", 81, 80 + len(DIB), bytes(16), *(0,) * 4, 1, 1, 80, 40, 120, 4, 0, 0, 1, 1) + DIB
)
EMF_COMMENT = struct.pack("<III", 70, 12, 0)
EMF_POLYGON = struct.pack("<II", 3, 28) + bytes(20)
WMF = b"\xd7\xcd\xc6\x9a" + bytes(18) + struct.pack("<HHH", 1, 9, 0x300) + bytes(12)
WMF_BITMAP = struct.pack("<IH", (28 + len(DIB)) // 2, 0x0F43) + bytes(22) + DIB
WMF_TEXT = struct.pack("<IH", 4, 0x0521) + bytes(2)


@pytest.mark.parametrize("data", [EMF + EMF_COMMENT + EMF_BITMAP, WMF + WMF_BITMAP])
def test_a_metafile_that_wraps_one_bitmap_gives_the_bitmap(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MEDIA, "rId7", data)
    piece = one(inline(picture("rId7"))).pieces[0]
    assert isinstance(piece, PicturePiece)
    assert piece.data == b"BM" + struct.pack("<IHHI", 14 + len(DIB), 0, 0, 54) + DIB


@pytest.mark.parametrize(
    "data",
    [
        EMF + EMF_POLYGON + EMF_BITMAP,
        EMF + EMF_BITMAP * 2,
        WMF + WMF_BITMAP + WMF_TEXT,
        EMF,
        WMF,
        EMF + EMF_BITMAP[:90],
    ],
)
def test_any_other_metafile_is_a_frame(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MEDIA, "rId7", data)
    (drawing,), problems = read(inline(picture("rId7")))
    assert isinstance(drawing.pieces[0], ShapePiece)
    assert len(problems) == 1


@given(st.sampled_from([EMF + EMF_BITMAP, WMF + WMF_BITMAP]), st.data())
def test_no_metafile_breaks(sound: bytes, data: st.DataObject) -> None:
    damaged = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF]))
    for kind in ("emf", "wmf"):
        found = bitmap_in(bytes(damaged), kind)
        assert found is None or found.startswith(b"BM")
