"""How far a language is translated and checked, in figures."""

from disaster_support.content.check_glossary import count_agreement
from disaster_support.content.library import phrases
from disaster_support.content.model import Review
from disaster_support.features.review.model import LanguageStatus
from disaster_support.features.review.sources import Sources


def measure_language(sources: Sources, tag: str) -> LanguageStatus:
    """Return the figures of a language, corrections counted as its texts."""
    texts = phrases(sources.laid, tag)
    agreed, uses = count_agreement(sources.laid, sources.rules, tag)
    return LanguageStatus(
        language=tag,
        entries=len(sources.laid.structure.entries),
        texts=len(texts),
        reviewed=sum(phrase.review is Review.REVIEWED for phrase in texts.values()),
        corrections=len(sources.overlay.used.get(tag, {})),
        outdated=len(sources.overlay.outdated.get(tag, {})),
        glossary_terms=len(sources.rules.terms(tag)),
        glossary_uses=uses,
        glossary_agreement=round(100 * agreed / uses, 1) if uses else None,
    )
