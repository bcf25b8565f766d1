"""The command line: the ``triplicate`` command and ``python -m triplicate``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; an interrupt while it is being loaded is no traceback either."""
    try:
        from triplicate.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)  # 128 + SIGINT, as shells say it


if __name__ == "__main__":
    main()
