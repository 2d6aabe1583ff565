"""What follows from an office's figures, by the framework of their year: exact until shown.

figures     what a workbook gives, with its cells      scoring     assess: the whole tree of scores
attainable  which scores can exist at all              findings    strong, to develop, urgent
history     year on year                               ranking     places and means
offices     all offices of a workbook                  tables      an office among the others
cards       scores as documents show them              narrative   findings in written Thai
measures, complaints, photos, appendices               what else a report is made of
blocks, outline                                        the parts of a report in order
warnings, coverage, claims …                           what contradicts each other
report      everything that is added to a record       deriving    read_derived and check

Documents of other kinds start without any of it: nothing is imported here.
"""
