"""A record poured into its template → DOCX bytes.

package      a DOCX as ZIP entries, kept compressed          complex_script  the Thai side of run properties
compiling    template file → compiled parts                  digits          the numeral policy over finished text
sandbox      Jinja as strangers may use it (`budget`: limits)   pictures        docxtpl's InlineImage
template     Template: compiled once, filled many times      subdocs         docxtpl's Subdoc and links
tables       docxtpl's repair of table grids                 placeholders    what a template asks for
faults       where in a template an error is                 documents       fill(kind, record)
charts       rows as a chart (`chart_data`, `axes`, `lying_bars`, `upright_charts`), in shapes (`drawingml`)
photos       pictures ready for print                        insertions      what may be bound in: Insert, insertion()
binding      bound(): papers and pages in their places       renumbering     page numbers that go on behind them
bundle       a DOCX open for change                          bound_*         what becomes of what is bound in
cell_properties  where docxtpl's tags of cells put theirs
"""
