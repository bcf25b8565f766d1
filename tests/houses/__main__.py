"""Write house documents into a folder: ``python -m tests.houses FOLDER [NAME...]``."""

import sys
from pathlib import Path

from tests.houses import NAMES, make

for name in sys.argv[2:] or NAMES:
    print(name, *make(name, Path(sys.argv[1])).problems, sep="\n  ")
