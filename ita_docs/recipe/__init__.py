"""Workbook → documents → report: the whole job; and anybody's DOCX files → PDF.

making       make(): every row of a workbook to its document
options      what a run is asked for                    planning   what is to become of each row
orders       a document as work for any process         finishing  contents, page numbers, PDF of a filled document
crew         other processes that share the work        limiting   how long a document may take, how much memory
keeping      files written, noted, or left as they are  manifest   what earlier runs made of what
fingerprints the hash of all that a document is made of writing    edited files are kept
files        appear whole or not at all                 naming     safe, never colliding
printing     the PDFs of a run                          stack      those that go into one
tally        what became of each row, in order          notes      what many documents say, once
clearing     documents whose rows are gone              survey     what lies in a folder
locking      one run at a time                          zipping    all files in one ZIP
converting   DOCX files to PDF                          counting   how many rows there are
entries      a document as the manifest notes it        rebinding  the one PDF, bound before
"""
