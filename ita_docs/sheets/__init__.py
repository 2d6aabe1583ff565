"""Spreadsheets, cell by cell: `read_workbook` gives a `Workbook` of `Sheet`s of `Row`s."""

from .limits import Limits
from .model import CellError, RichText, Row, Run, Sheet, Span, Value, Workbook
from .reading import read_workbook

__all__ = ["CellError", "Limits", "RichText", "Row", "Run", "Sheet", "Span", "Value", "Workbook", "read_workbook"]
