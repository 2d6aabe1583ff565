"""What the shipped kinds print, written in Python: `python -m tools.templates` writes every template.docx and frame.

paper   sheet, margins, heads and feet, the package     wordml  elements, runs, paragraphs, styles
styles  the looks that kinds share                      frames  the empty frames of emblem and logo
blocks  what kinds are built of                         memo …  one module a kind
"""
