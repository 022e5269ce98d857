"""What all tests share: the flag that rewrites expected texts."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "argmap", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # nothing is timed
settings.load_profile("argmap")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write the expected texts anew, to be read in the diff"
    )


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expected texts are written anew."""
    return bool(request.config.getoption("--rewrite"))
