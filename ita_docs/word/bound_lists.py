"""The lists of a paper that is bound into another document, under new numbers (ECMA-376 part 1, §17.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from hashlib import sha1
from typing import Any

from lxml import etree

from .bundle import Bundle, Relation
from .clauses import NUMBERING, NUMBERING_RELATION, NUMBERING_TYPE
from .complex_script import W


def highest(elements: Iterable[Any], name: str) -> int:
    """The highest number that elements have as their attribute `name`; 0 for none."""
    found = [int(value) for item in elements if (value := item.get(name) or "").isdecimal() and len(value) < 10]
    return max(found, default=0)


def carry_lists(numbering: Any, host: Bundle, paper: str, dress: Callable[[Any, str, str], None]) -> dict[str, str]:
    """Put the lists of `numbering` into `host`: old number of each → its new one.

    paper: tells these lists from those of others. dress: gives what stands in a part the names that it has in the host.
    """
    target = _lists_of(host)
    first = highest(target.iter(W + "abstractNum"), W + "abstractNumId") + 1
    free = highest(target.iter(W + "num"), W + "numId") + 1
    shapes: dict[str, str] = {}
    lists: dict[str, str] = {}
    nums = target.findall(W + "num")
    for number, shape in enumerate(numbering.findall(W + "abstractNum"), first):
        made = deepcopy(shape)
        shapes[made.get(W + "abstractNumId") or ""] = str(number)
        made.set(W + "abstractNumId", str(number))
        for item in list(made.iter(W + "nsid", W + "lvlPicBulletId")):
            if item.tag == W + "nsid":
                # Word takes lists of one nsid for one list
                item.set(W + "val", sha1(f"{paper}/{number}".encode()).hexdigest()[:8].upper())
            else:
                item.getparent().remove(item)
        dress(made, "", "")
        if nums:
            nums[0].addprevious(made)
        else:
            target.append(made)
    for number, num in enumerate(numbering.findall(W + "num"), free):
        made = deepcopy(num)
        lists[made.get(W + "numId") or ""] = str(number)
        made.set(W + "numId", str(number))
        shape = made.find(W + "abstractNumId")
        if shape is not None:
            shape.set(W + "val", shapes.get(shape.get(W + "val") or "", "0"))
        (nums[-1].addnext if nums else target.append)(made)
        nums.append(made)
    return lists


def _lists_of(host: Bundle) -> Any:
    target = host.related_tree("numbering")
    if target is None:
        target = etree.Element(W + "numbering", nsmap={"w": W[1:-1]})
        host.add(NUMBERING, NUMBERING_TYPE, target)
        host.relate(host.main, Relation(NUMBERING_RELATION, NUMBERING, False))
    return target
