"""Print how alike twins are: ``python -m tests.twin document.pdf document.docx document.html``."""

import sys
from pathlib import Path

from tests.twin import compare

print(compare(*map(Path, sys.argv[1:4])))
