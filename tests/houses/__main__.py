"""Write house documents into a folder: ``python -m tests.houses FOLDER [NAME...]``."""

import sys
from pathlib import Path

from tests.houses import NAMES, make

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name in sys.argv[2:] or NAMES:
    print(name, *make(name, folder).problems, sep="\n  ")
