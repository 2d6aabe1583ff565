"""The sample workbooks, written in Python: `python -m tools.samples` writes every one under `samples/`.

workbook  sheets and the file      memo …  one module a kind: what its workbook says
"""
