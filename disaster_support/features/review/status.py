"""How far a language is translated and checked, in figures."""

from collections.abc import Mapping

from disaster_support.content.glossary import compare_terms
from disaster_support.content.library import phrases
from disaster_support.content.model import SOURCE_LANGUAGE, Phrase, Review
from disaster_support.features.review.model import LanguageStatus
from disaster_support.features.review.sources import Sources


def measure_language(sources: Sources, tag: str) -> LanguageStatus:
    """Return the figures of a language, corrections counted as its texts."""
    texts = phrases(sources.laid, tag)
    agreements = _compare_terms(sources, tag, texts)
    return LanguageStatus(
        language=tag,
        entries=len(sources.laid.structure.entries),
        texts=len(texts),
        reviewed=sum(phrase.review is Review.REVIEWED for phrase in texts.values()),
        corrections=len(sources.overlay.used.get(tag, {})),
        outdated=len(sources.overlay.outdated.get(tag, {})),
        glossary_terms=len(sources.rules.terms(tag)),
        glossary_uses=len(agreements),
        glossary_agreement=round(100 * sum(agreements) / len(agreements), 1) if agreements else None,
    )


def _compare_terms(sources: Sources, tag: str, texts: Mapping[str, Phrase]) -> list[bool]:
    """Return for each use of a term in a text whether it is said as the glossary says it."""
    japanese, terms = sources.laid.texts[SOURCE_LANGUAGE], sources.rules.terms(tag)
    pairs = ((japanese[id_].source, phrase.text) for id_, phrase in texts.items())
    return [is_kept for source, text in pairs for _term, is_kept in compare_terms(source, text, terms)]
