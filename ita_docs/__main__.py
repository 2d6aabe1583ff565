"""`python -m ita_docs` is the command `ita-docs`."""

from .cli import entry

if __name__ == "__main__":
    entry()
