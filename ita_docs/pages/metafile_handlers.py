"""What a record does, as a function of the canvas and its bytes, and the functions that many records have in common."""

from __future__ import annotations

from collections.abc import Callable

from .metafile_canvas import Canvas

Handler = Callable[[Canvas, bytes], None]
"""Raises: struct.error, LookupError, ValueError or ArithmeticError where the record is damaged."""


def setting(name: str, read: Callable[[bytes], object]) -> Handler:
    """A record that sets one entry of the state."""

    def handler(canvas: Canvas, data: bytes) -> None:
        setattr(canvas.device.state, name, read(data))
        canvas.device.state.moved()

    return handler


def scaling(name: str, read: Callable[[bytes], tuple[int, int, int, int]]) -> Handler:
    """A record that multiplies an extent; read: numerator and denominator across, then down."""

    def handler(canvas: Canvas, data: bytes) -> None:
        state = canvas.device.state
        up, under, high, low = read(data)
        across, down = getattr(state, name)
        if under and low:
            setattr(state, name, (across * up / under, down * high / low))
            state.moved()

    return handler


def lacking(name: str) -> Handler:
    """A record that cannot be played."""

    def handler(canvas: Canvas, data: bytes) -> None:
        canvas.lacks.add(name)

    return handler
