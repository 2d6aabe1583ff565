"""Colours as drawings write them."""

from __future__ import annotations

import pytest

from ita_docs.pages.colours import shade_of, vml_colour

from .drawing_samples import (
    THEME,
    parsed,
)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<a:srgbClr val="12ab9f"/>', ("12AB9F", 1.0)),
        ('<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>', ("B4C7E7", 1.0)),
        ('<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>', ("BFBFBF", 1.0)),
        ('<a:sysClr val="windowText" lastClr="010203"/>', ("010203", 1.0)),
        ('<a:sysClr val="window"/>', ("FFFFFF", 1.0)),
        ('<a:prstClr val="dkGreen"><a:alpha val="40000"/></a:prstClr>', ("006400", 0.4)),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', ("FF0000", 1.0)),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', ("00FF00", 1.0)),
        ('<a:srgbClr val="808080"><a:tint val="0"/></a:srgbClr>', ("FFFFFF", 1.0)),
        ('<a:srgbClr val="FF0000"><a:inv/></a:srgbClr>', ("00FFFF", 1.0)),
        ('<a:srgbClr val="zz"/>', ("000000", 1.0)),
    ],
)
def test_colour_elements(xml: str, expected: tuple[str, float]) -> None:
    found = shade_of(parsed(f"<a:solidFill>{xml}</a:solidFill>"), THEME)
    assert found is not None
    assert all(abs(int(found[0][i : i + 2], 16) - int(expected[0][i : i + 2], 16)) <= 1 for i in (0, 2, 4))
    assert found[1] == pytest.approx(expected[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red", "FF0000"), ("#f00", "FF0000"), ("#4f81bd [3204]", "4F81BD"), ("window", "FFFFFF"), ("[1234]", None),
        ("windowText", "000000"), ("fill darken(128)", "800000"), ("fill lighten(0)", "FFFFFF"), ("none", None),
        ("", None), (None, None), ("white [3212]", "FFFFFF"), ("ABCDEF", "ABCDEF"),
    ],
)  # fmt: skip
def test_vml_colours(text: str | None, expected: str | None) -> None:
    assert vml_colour(text, "FF0000") == expected
