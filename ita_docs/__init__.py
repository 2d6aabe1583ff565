"""Thai official documents from spreadsheets.

    kind    = ita_docs.load_kind("memo")
    book    = ita_docs.read_workbook("memo.xlsx")
    checked = ita_docs.check(kind, book)
    docx    = ita_docs.fill(kind, checked.records[0])
    report  = ita_docs.make(kind, book, out="out/")
    pdf     = ita_docs.to_pdf(docx)

Names are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .assessment.deriving import check
    from .frameworks.loading import load_framework
    from .frameworks.model import Framework
    from .kinds.catalogue import list_kinds
    from .kinds.loading import load_kind
    from .kinds.model import Kind
    from .pages.laying import LayoutOptions, lay_out
    from .painting.merging import merge
    from .painting.pdf import Pdf, PdfOptions, to_pdf
    from .problems import (
        FrameworkError,
        ItaDocsError,
        KindError,
        OutputError,
        PdfError,
        Problem,
        SettingsError,
        TemplateError,
        WorkbookError,
    )
    from .recipe.making import make
    from .recipe.options import MakeOptions
    from .records.record import Checked, Record, Refused
    from .records.starter import starter
    from .report import Made, Report
    from .settings import Settings, init, load_settings
    from .sheets.limits import Limits as SheetLimits
    from .sheets.model import Workbook
    from .sheets.reading import read_workbook
    from .word.budget import Limits as TemplateLimits
    from .word.checking import KindCheck, check_kind
    from .word.documents import fill
    from .word.template import Template

_HOMES = {
    "assessment.deriving": ("check",),
    "frameworks.loading": ("load_framework",),
    "frameworks.model": ("Framework",),
    "kinds.catalogue": ("list_kinds",),
    "kinds.loading": ("load_kind",),
    "kinds.model": ("Kind",),
    "pages.laying": ("LayoutOptions", "lay_out"),
    "painting.merging": ("merge",),
    "painting.pdf": ("Pdf", "PdfOptions", "to_pdf"),
    "problems": (
        "FrameworkError",
        "ItaDocsError",
        "KindError",
        "OutputError",
        "PdfError",
        "Problem",
        "SettingsError",
        "TemplateError",
        "WorkbookError",
    ),
    "recipe.making": ("make",),
    "recipe.options": ("MakeOptions",),
    "records.record": ("Checked", "Record", "Refused"),
    "records.starter": ("starter",),
    "report": ("Made", "Report"),
    "settings": ("Settings", "init", "load_settings"),
    "sheets.limits": ("SheetLimits",),
    "sheets.model": ("Workbook",),
    "sheets.reading": ("read_workbook",),
    "word.checking": ("KindCheck", "check_kind"),
    "word.documents": ("fill",),
    "word.budget": ("TemplateLimits",),
    "word.template": ("Template",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_NAMED_THERE = {"SheetLimits": "Limits", "TemplateLimits": "Limits"}

__version__ = "0.1.0"
__all__ = [
    "Checked",
    "Framework",
    "FrameworkError",
    "ItaDocsError",
    "Kind",
    "KindCheck",
    "KindError",
    "LayoutOptions",
    "Made",
    "MakeOptions",
    "OutputError",
    "Pdf",
    "PdfError",
    "PdfOptions",
    "Problem",
    "Record",
    "Refused",
    "Report",
    "Settings",
    "SettingsError",
    "SheetLimits",
    "Template",
    "TemplateError",
    "TemplateLimits",
    "Workbook",
    "WorkbookError",
    "check",
    "check_kind",
    "fill",
    "init",
    "lay_out",
    "list_kinds",
    "load_framework",
    "load_kind",
    "load_settings",
    "make",
    "merge",
    "read_workbook",
    "starter",
    "to_pdf",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f".{_HOME_OF[name]}", __name__)
    value = getattr(module, _NAMED_THERE.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
