"""Workbook → documents → report: the whole job.

making    make(): every row of a workbook to its document     naming    file names that are safe and never collide
writing   files appear whole, and edited ones are kept        journal   which bytes we wrote where
tally     what became of each row, in the order of the sheet
"""
