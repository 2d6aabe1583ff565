"""A document as work for one process: all that it is made from, and all that comes of it.

An order and what its run shares can be sent anywhere: to this process, to another, to another machine. Only pictures,
and files to bind in, are read where the work is done, by their paths.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from traceback import extract_tb
from typing import Any, NamedTuple

from ..kinds.model import Kind, Numerals
from ..painting.pdf import Pdf, PdfOptions
from ..problems import PdfError, Problem, TemplateError, problem
from ..records.context import spelled
from ..word.documents import Dress, Writer
from ..word.shelf import SHELF
from .finishing import Finish, finish
from .limiting import TooSlow, limited


@dataclass(frozen=True, slots=True)
class Setup:
    """What the documents of a kind share in a run.

    template: the bytes of its file. prints: each gets its PDF. breaks: what is kept breaks its pages where the layout
    does. options: of layouts and PDFs. seconds: how long a document may take.
    """

    kind: Kind
    dress: Dress
    template: bytes
    options: PdfOptions
    prints: bool = False
    breaks: bool = False
    seconds: float = 0.0

    def packed(self) -> bytes:
        """The setup as orders are sent with it."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


class Order(NamedTuple):
    """One document. name: of its file. values: what it is made from, by name. numerals: its digits. papers: of the
    papers bound into it (`bound_papers` of its values) those that are documents themselves, each with its packed setup;
    None for files.
    """

    name: str
    values: Mapping[str, Any]
    numerals: Numerals
    papers: tuple[tuple[bytes, Order] | None, ...] = ()


class Product(NamedTuple):
    """What came of an order: a DOCX, or why there is none; its PDF, if asked for, or why not; what is to be said of
    what is bound into it; how long it took.
    """

    docx: bytes | TemplateError
    pdf: Pdf | PdfError | None = None
    said: tuple[Problem, ...] = ()
    seconds: float | None = None


class Workshop:
    """What makes the documents of a setup: its template compiled once.

    Raises: what `Writer` does.
    """

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.writer = Writer(setup.kind, setup.dress, setup.template)

    def make(self, order: Order) -> Product:
        """The document of an order. Raises TemplateError."""
        setup, writer = self.setup, self.writer
        data = writer.write_values(spelled(setup.kind, order.values), order.numerals)
        said: tuple[Problem, ...] = ()
        options = setup.options
        papers = order.values.get("bound_papers", ())
        if papers:
            from .appendices import bound_in

            made = bound_in(data, papers, order.papers)
            data, said = made.docx, made.problems
            options = replace(options, originals=made.originals) if made.originals else options
        contents = None if writer.contents is None else order.numerals
        binds = bool(papers)
        wanted = Finish(writer.refers, setup.breaks, setup.prints, options, writer.yielding, contents, binds)
        if not wanted.needed:
            return Product(data, None, said)
        finished = finish(data, order.name, wanted)
        return Product(finished.kept or data, finished.pdf, said)


@lru_cache(maxsize=8)
def workshop(packed: bytes) -> Workshop:
    """The workshop of a packed setup, kept for the orders that follow."""
    return Workshop(pickle.loads(packed))


def produce(packed: bytes, order: Order, shelf: str = "") -> Product:
    """The document of an order, by its packed setup; whatever goes wrong with it is in the product, never raised.

    shelf: the folder in which the processes of a run share the pictures that they have prepared.
    """
    started = perf_counter()
    SHELF.folder = Path(shelf) if shelf else None
    try:
        shop = workshop(packed)
        with limited(shop.setup.seconds):
            return shop.make(order)._replace(seconds=perf_counter() - started)
    except TemplateError as error:
        return Product(error)
    except TooSlow as slow:
        return Product(too_slow(slow.seconds))
    except MemoryError:
        return Product(too_large())
    except Exception as error:
        place = extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({place.name}:{place.lineno})"
        return Product(TemplateError(problem("internal-error", reason=reason)))


def too_slow(seconds: float) -> TemplateError:
    """Why a document is refused that took too long."""
    return TemplateError(problem("document-too-slow", seconds=round(seconds)))


def too_large() -> TemplateError:
    """Why a document is refused that took more memory than there is."""
    return TemplateError(problem("document-too-large"))


def not_survived() -> TemplateError:
    """Why a document is refused whose process ended, twice."""
    return TemplateError(problem("document-ends-process"))
