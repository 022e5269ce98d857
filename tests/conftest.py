"""What all tests share: how far laws are tried, and the flag that rewrites expected texts."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(  # nothing is timed, and every run tries the same
    "argmap",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=50,
    derandomize=True,
)
settings.register_profile(  # `--hypothesis-profile=thorough` looks further, and elsewhere each time
    "thorough", settings.get_profile("argmap"), max_examples=1_000, derandomize=False
)
settings.load_profile("argmap")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write the expected texts anew, to be read in the diff"
    )


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expected texts are written anew."""
    return bool(request.config.getoption("--rewrite"))
