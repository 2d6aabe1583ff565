"""Where shapes of VML stand: what they count from, and the units of groups."""

from __future__ import annotations

from .drawing_samples import one, places

SIZE = "width:100pt;height:50pt"


def pict(inside: str) -> str:
    return f"<w:pict>{inside}</w:pict>"


def test_the_areas_beside_the_margins_are_finer_than_what_the_wrapping_says() -> None:
    style = "position:absolute;width:9pt;height:9pt;mso-position-horizontal:center"
    areas = "mso-position-horizontal-relative:right-margin-area;mso-position-vertical-relative:top-margin-area"
    anchor = one(pict(f'<v:rect style="{style};{areas}"><w10:wrap anchorx="page" anchory="margin"/></v:rect>')).anchor
    assert anchor is not None
    assert (anchor.from_x, anchor.align_x, anchor.from_y) == ("rightMargin", "center", "topMargin")


def test_a_group_counts_in_units_of_any_size() -> None:
    child = '<v:rect style="left:150000;top:100000;width:50000;height:50000"/>'
    xml = f'<v:group style="{SIZE}" coordorigin="100000,100000" coordsize="100000,100000">{child}</v:group>'
    assert places(one(pict(xml))) == [(50, 0, 50, 25, 0)]
    far = '<v:rect style="left:9e8;top:-9e8;width:9e8;height:9e8"/>'
    (found,) = places(one(pict(f'<v:group style="{SIZE}" coordsize="1,1">{far}</v:group>')))
    assert max(map(abs, found)) <= 14173
