"""Workbook → documents → report: the whole job; and anybody's DOCX files → PDF.

making      make(): every row of a workbook to its document   naming    file names that are safe and never collide
printing    the PDFs of a run                                 writing   files appear whole, and edited ones are kept
converting  DOCX files to PDF                                 journal   which bytes we wrote where
stack       the PDFs that go into one                         notes     what many documents say, once
tally       what became of each row, in the order of the sheet
"""
