"""The command line: options in, diagnostics and a summary out, an exit code.

Exit codes: 0 fine, 1 problems in the user's material, 2 wrong usage, 3 the machine's fault or
ours. Each command is a module of its own, loaded when it is used.
"""

from __future__ import annotations

from importlib import import_module

import click

from triplicate import __version__

_COMMANDS = {
    "build": "Build a report's editions: PDF, Word, web page.",
    "check": "Check a report without building it.",
    "show": "Show a report at any stage of the flow.",
    "docx": "Make a Word file of any web page.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are needed: help must not wait."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order they are used."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"triplicate.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments begin with, or name the one nearest to it."""
        if args[0] not in _COMMANDS and args[0][:1] != "-":
            from triplicate.diagnostics.wording import did_you_mean, quoted

            hint = did_you_mean(args[0], _COMMANDS)
            raise click.UsageError(f"expected a command, found {quoted(args[0])}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  triplicate build                      every report under data/, into output/
  triplicate build data/my-report -e docx
  triplicate check                      say what is wrong, build nothing
  triplicate docx page.html             a Word file of a web page, beside it
""",
)
@click.version_option(__version__, "-V", "--version", message="triplicate %(version)s")
def cli() -> None:
    """One report, three equal editions: a PDF to print, a Word file to edit, a web page.

    A report is a folder with a report.yaml, its texts in Markdown and its tables in CSV.
    """


def main() -> None:
    """Run the command line; never shows a traceback for what a user can cause."""
    from triplicate.cli.guard import guarded

    guarded(cli)
