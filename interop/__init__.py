"""Our files in programs that no one here wrote: LibreOffice and poppler. A missing tool fails."""
