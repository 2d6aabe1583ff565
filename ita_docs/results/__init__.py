"""What a run leaves for people: a report to open in Excel, and their own workbook with its bad cells marked."""
