"""What an editor does, by LibreOffice Writer's own commands.

``python -m tests.e2e.writer FOLDER < TASKS``, by a Python that has UNO, which ours has not: nothing
here imports more than the standard library and ``uno``. ``tests/e2e/libreoffice.py`` starts it.
"""
