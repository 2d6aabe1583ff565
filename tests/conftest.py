"""How all tests run."""

import pytest
from hypothesis import settings

# how long an example takes depends on what else the machine does
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept`: the golden texts become what the documents say now."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/golden from what is printed now")
