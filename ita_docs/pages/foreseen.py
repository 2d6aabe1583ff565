"""Floats that part lines above their own: a pass of the layout finds them, and the next knows them as a page begins.

Word sets such a page again: the float stays where it stood first, and the lines above it move (measured by others: it
holds for positions on the page and for those that a paragraph is measured from).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .wrapping import Key, Obstacle

Found = dict[int, dict[Key, Obstacle]]
"""What floats keep free, by the index of their page and their key."""


@dataclass(slots=True)
class Foreseen:
    """What the pass before found, and what this one does.

    refused: floats that left their page when its lines made room for them: these lines stay as they are.
    """

    known: Found = field(default_factory=dict)
    met: Found = field(default_factory=dict)
    refused: set[Key] = field(default_factory=set)

    def on(self, page: int) -> tuple[Obstacle, ...]:
        """What is known of a page before anything stands on it."""
        return tuple(self.known.get(page, {}).values())

    def meet(self, page: int, item: Obstacle) -> None:
        """Note a float that parts lines above its own."""
        if item.key not in self.refused:
            self.met.setdefault(page, {})[item.key] = item

    def forget(self, page: int, item: Obstacle) -> None:
        """Take a float back that goes to the next page."""
        self.met.get(page, {}).pop(item.key, None)

    def settled(self) -> bool:
        """End a pass; whether it knew all that it found."""
        for page, items in self.known.items():
            self.refused.update(key for key in items if key not in self.met.get(page, {}))
        found = {
            page: kept
            for page, items in self.met.items()
            if (kept := {key: item for key, item in items.items() if key not in self.refused})
        }
        same = found == self.known
        self.known, self.met = found, {}
        return same
