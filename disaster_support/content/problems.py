"""What could not be read of the library, as a sentence for the person at the keyboard."""

from disaster_support.content.model import Problem
from disaster_support.i18n import gettext as _


def describe_problem(problem: Problem) -> str:
    """Return one sentence, in the interface's language, that says which file it is and what follows."""
    sentences = {
        "missing": _("{file} is missing: what it holds is not shown."),
        "broken-structure": _("{file}, line {line}, cannot be read: what it holds is not shown. ({detail})"),
        "broken-table": _("{file}, line {line}: one entry is not complete and is not shown. ({detail})"),
        "duplicate-id": _("{file}, line {line}: the id {detail} is used twice. The second entry is not shown."),
        "broken-translation": _("{file}, line {line}, cannot be read: this language is not shown. ({detail})"),
        "broken-correction": _("{file}, line {line}, cannot be read: its corrections are not used. ({detail})"),
        "compiled-corrupt": _("{file} is damaged, and there is nothing to make it from: install the program again."),
        "compiled-unwritable": _("{file} cannot be written: the program starts more slowly. ({detail})"),
    }
    sentence = sentences.get(problem.code, "{file}, {line}: {detail}")
    return sentence.format(file=problem.file, line=problem.line, detail=problem.detail)
