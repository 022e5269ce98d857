"""The way in: `argmap`, and `python -m argmap`."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; an interrupt counts from the first import on."""
    try:
        from argmap.cli.main import main as run  # noqa: PLC0415 - takes long enough to be interrupted

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
