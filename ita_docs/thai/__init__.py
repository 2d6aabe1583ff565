"""Facts about Thai, each in one place with its source.

numerals          Thai and Arabic digits, and the policy     text      normal form, headings, grapheme clusters
dates             what date was meant                        near      did you mean
date_forms        how a date is written                      people    names, with `titles` as data
date_ranges       runs of days or months                     phones    telephone numbers
months            names of months and weekdays               fiscal    fiscal years and quarters
times             times of day                               lists     ก ข และ ค
numbers, money    exact amounts, in figures and words        filters   all of these in templates
document_numbers  ศธ 04305/ว 123                             fault     what a parser says instead of a value
year_numbers      120/2565                                   addressees  how who is written to, with a table as data
"""
