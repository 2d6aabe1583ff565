"""Structured text as clerks type it into cells, read into blocks.

emphasis      bold and underlined words
clause_marks  ๑. ๑.๑ ๑) (๑) ก. - at the beginning of a line
outline       which lines are clauses, how deep, with which number
text          the blocks: paragraphs and clauses, headings, tables, pictures, page breaks
"""
