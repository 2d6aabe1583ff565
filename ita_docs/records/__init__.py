"""A kind held against a workbook: checked, typed values with their addresses; and the workbook to fill in.

headings   which column is which field     types, types_*  one reader for each field type
rows       a sheet's rows, read            plain           any cell as text
joining    child rows to their parents     constraints     what a value must satisfy
each       a document a child row          row_rules       what the fields of a row demand of each other
checking   read_records, checked           starter, guide, examples  the workbook to fill in
record     Record, Outcome, Checked        context         a record as a template sees it
"""

from __future__ import annotations

from .checking import checked, read_records
from .context import context, tags
from .record import Checked, Outcome, Record, Refused
from .starter import starter

__all__ = ["Checked", "Outcome", "Record", "Refused", "checked", "context", "read_records", "starter", "tags"]
