"""The command of costs: the yearly list for the finance section."""

import argparse
import sys
from typing import Any

from disaster_support.cli_parts import AddCommand, add_data, add_group, add_out, opened, read_year
from disaster_support.context import Context
from disaster_support.i18n import gettext as _


def add_costs_commands(commands: Any, add: AddCommand) -> None:
    """Add the commands to a parser's own; `add` makes a parser for one of them."""
    group = add_group(commands, "costs", _("what courses and drills cost"))
    report = add(group, "report", _report, _("write the yearly list for the finance section"))
    report.add_argument(
        "--year", required=True, type=read_year, metavar="N", help=_("the fiscal year, from April to March")
    )
    add_data(report)
    add_out(report, "FILE.csv|FILE.xlsx|FILE.pdf")


def _report(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.costs.saving import save_yearly_list

    with opened(context, chosen.data) as register:
        save_yearly_list(context, register, chosen.year, chosen.out)
    sys.stdout.write(f"{chosen.out}\n")
    return 0
