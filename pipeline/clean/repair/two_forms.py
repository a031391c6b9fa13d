"""Two accented readings of one word: a present or noun and a participle, or a noun and a verb.

``arrete`` is *arrête* or *arrêté*, ``presidant`` *présidant* or *président*.  The word before
decides; where it does not, nothing is sure.
"""

from __future__ import annotations

from pipeline.clean.everyday import SHORT_ACCENTED
from pipeline.clean.lexicon import Lexicon
from pipeline.regex import regex

_BEFORE_RE = regex(r"([^\W\d_]+)([’' ]*)$")
_LINE_OPENS_RE = regex(r"(?:^|\n|[•:–])[ \t]*(?:[-–—*•] ?)?$")
_TO_HAVE = frozenset(
    "a ont avait avaient aura auront ayant avoir ai as avons avez aurait auraient".split()
)
_TO_BE = frozenset(
    "est sont était étaient sera seront été être fut furent serait seraient suis sommes êtes soit "
    "soient".split()
)
_SUBJECTS = frozenset("il elle on qui je j ne n se s me m te t".split())
_FEMININE = frozenset("une la cette sa ma ta".split())
_MASCULINE = frozenset("un du au ce cet".split())
_EITHER = frozenset("le l d son leur chaque quelque".split())
_SEVERAL = frozenset("les des aux ces ses leurs nos vos mes plusieurs".split())
_BEFORE_NOUNS = (
    frozenset(
        """de d en par sans pour avec sous premier première premiers premières nouveau nouvel
        nouvelle nouveaux nouvelles petit petite petits petites grand grande grands grandes bon
        bonne bons bonnes autre autres même mêmes ancien ancienne anciens anciennes seule deuxième
        troisième deux trois quatre cinq six notre votre toute toutes""".split()
    )
    | _FEMININE
    | _MASCULINE
    | _EITHER
    | _SEVERAL
)
"""After these a word that is usual as a noun is one."""
_ADJECTIVES = frozenset("prête prêtes sèche sèches inquiète discrète concrète".split())
_DEGREES = frozenset("plus très pas moins toujours assez jamais tous dans mais sans".split())
_RARE = frozenset(
    """fêté fêtés rêvé siégé siégés tété modelés maniéré
    maniérés enquêté tempêté démarché""".split()
)
"""Participles that nobody means where the noun is usual."""
_NEVER = frozenset("mémé mémés métré métrés sérié créché créchés".split())
"""Those that are no participle either."""
_SHORTEST = 5
"""Letters of a word that an article alone decides: shorter ones have too many neighbours."""


def is_pair(one: str, other: str) -> bool:
    """Tell whether two spellings of one word are a present or noun and a participle.

    >>> is_pair("décide", "décidé"), is_pair("élevés", "élèves"), is_pair("côte", "coté")
    (True, True, True)
    >>> is_pair("gène", "gêne")
    False
    """
    return {one.removesuffix("s")[-1], other.removesuffix("s")[-1]} == {"e", "é"}


def chosen(forms: tuple[str, str], before: str, lexicon: Lexicon) -> str | None:
    """Return the one form that the words before allow; ``None`` where both are possible.

    Args:
        forms: The two, as ``ordered`` returns them.
        before: Some letters on the left of the word.
        lexicon: Tells nouns and adjectives from verbs.

    >>> lexicon = Lexicon([])
    >>> chosen(("décide", "décidé"), "le bureau a ", lexicon)
    'décidé'
    >>> chosen(("arrête", "arrêté"), "par un ", lexicon), chosen(("pâte", "pâté"), "la ", lexicon)
    ('arrêté', None)
    """
    match = _BEFORE_RE.search(before)
    word = match[1].lower() if match else ""
    first, second = forms
    if first.endswith("ant"):
        return first if word == "en" else None
    if second.endswith("ent"):
        return _noun_or_verb(first, word)
    if first == "près":
        return None if word in _SEVERAL else first
    opens = not word and _LINE_OPENS_RE.search(before) is not None
    return _noun_or_participle(first, second, word, opens, lexicon)


def _noun_or_participle(
    noun: str, participle: str, word: str, opens: bool, lexicon: Lexicon
) -> str | None:
    """Choose between *contrôle* and *contrôlé* by the word before."""
    if participle in _NEVER:
        return noun
    if word in _TO_HAVE:
        return participle if participle.endswith("é") else None
    if word in _TO_BE:
        return None if _may_be_adjective(noun, lexicon) else participle
    if word in _SUBJECTS:
        return noun if noun.endswith("e") else None
    if noun in SHORT_ACCENTED:
        usual = opens or word in _BEFORE_NOUNS or participle in _RARE
        return noun if usual else None
    return _after_article(noun, participle, word, lexicon)


def ordered(forms: tuple[str, ...]) -> tuple[str, str] | None:
    """Return two forms as a pair to choose from; ``None`` where they are none.

    The present or noun stands before the participle.

    >>> ordered(("décidé", "décide")), ordered(("diffèrent", "différent"))
    (('décide', 'décidé'), ('différent', 'diffèrent'))
    """
    if len(forms) != 2:
        return None
    one, other = sorted(forms, key=lambda form: form.removesuffix("s")[-1])
    if is_pair(one, other):
        return one, other
    if {one, other} == {"près", "prés"}:
        return "près", "prés"
    if one.endswith("ent") and {one in SHORT_ACCENTED, other in SHORT_ACCENTED} == {True, False}:
        return (one, other) if one in SHORT_ACCENTED else (other, one)
    return None


def is_noun(pair: tuple[str, str], lexicon: Lexicon) -> bool:
    """Tell whether the first form is a noun and the second nothing but a participle.

    >>> is_noun(("enquête", "enquêté"), Lexicon([])), is_noun(("diplôme", "diplômé"), Lexicon([]))
    (True, False)
    """
    noun, participle = (form.removesuffix("s") for form in pair)
    return lexicon.lemma(noun) == noun and lexicon.lemma(participle) != participle


def _noun_or_verb(noun: str, word: str) -> str | None:
    """Choose between *différent* and *(ils) diffèrent*."""
    plural = word.endswith(("s", "x")) and word not in _DEGREES
    return None if plural or word in ("qui", "y", "se", "en", "ne") else noun


def _after_article(noun: str, participle: str, word: str, lexicon: Lexicon) -> str | None:
    if len(noun) < _SHORTEST:
        return None
    both = lexicon.lemma(participle) == participle
    if word in _FEMININE:
        quality = both and participle.endswith("té")
        return noun if noun.endswith("e") and not quality else None
    if word in _SEVERAL:
        return noun if noun.endswith("s") and is_noun((noun, participle), lexicon) else None
    if word in _EITHER and not both:
        return noun
    if word in _MASCULINE and both != (lexicon.lemma(noun) == noun):
        return participle if both else noun
    return None


def _may_be_adjective(form: str, lexicon: Lexicon) -> bool:
    """Tell whether a form may follow *est* as it is: ``complète``, ``précise``, ``prête``."""
    stem = form.removesuffix("s").removesuffix("e")
    lemma = lexicon.lemma(form)
    verb = not lemma or lemma.endswith("er")
    return form in _ADJECTIVES or not verb or lexicon.lemma(stem) == stem
