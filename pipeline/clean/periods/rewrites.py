"""Phrases that a token cannot hold, rewritten into words that one can.

Asked only for a text that was not read as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.clean.periods.english import in_french
from pipeline.clean.periods.words import WORDS
from pipeline.regex import regex
from pipeline.roman import roman_number

_CHRIST = r"(?:j(?:esus)?\.?\s*-?\s*c(?:hrist\b|\.|\b)|(?:notre|l')\s?ere(?! )|n\.\s*e\.)"
_NOW = r"\b(?:nos jours|aujourd'hui|auj\b\.?|ce jour|(?:le |au )?present)\b|(?<=-)\s?en cours\b"
_ORDINAL = (
    r"(?<![a-z\d])([ivxlc]+|\d{1,2})(?:\s?°|\s(?:eme|e|o)|o)\.?(?=\s?(?:s\b|siecle|millenaire))"
)
_MINUS = (
    r"(^|[/(\[,;] ?|- |(?<![a-z])(?:vers|a|au|et|ou|de|du|entre|avant|apres|depuis|en|ca|[cv]\.) )"
    r"-(\d{1,3}|(?<=.-)\d{4}|[3-9]\d{3})(?![\d.])"
)
_DOUBT = r"(?:date |datation )?(?:probable|incertaine?|douteuse?|supposee?|presumee?|estimee?)"
_NAMED = r"annees? [a-z]+aires?|annees? civiles?|exercices?|saisons?|campagnes?|sessions?"
_CENTURY_NAME = r"(?:[ivxl]+e?|\d\d?e)"
_SUPPLIED = r"(?<!\d)(?=[\d\[\]]{6}(?!\d))(?:(\d{1,3})\[(\d{1,3})\]|\[(\d{1,3})\](\d{1,3}))"
_UNDATED = (
    r"(?<![a-z])(?:[sn]\.\s?d\b\.?|s[\s/]?d\b\.?|sans (?:dates?|millesimes?)"
    r"|non datee?s?|dates? inconnues?)(?![a-z'])"
)
_YEARS_AFTER = (
    r"(?<=\d{4}) (?:et s|ss)\.?$"
    r"|\bet (?:les )?(?:annees? )?suiv(?:antes?|ants?|\b\.?)|\b(?:et )?sqq?\b\.?"
)
_MONTHS = "|".join(word for word, token in WORDS.items() if token.kind == "month")
_ROMAN_MONTHS = {n: m for m, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_REPUBLICAN = "|".join(word for word, token in WORDS.items() if token.kind == "republican")
_IN_REPUBLICAN = (
    r"\ban ([ivx]+|\d\d?)\s?[,(\[]\s?"
    rf"((?:\d\d?(?:er)? ?(?:-|au) ?)?(?:\d\d?(?:er)? )?(?:{_REPUBLICAN})\b\.?"
    rf"(?:\s?(?:-|au|a) ?(?:\d\d?(?:er)? )?(?:{_REPUBLICAN})\b\.?)?)[)\]]?"
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze".split(), 1
    )
} | {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "soixante-dix": 70, "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90,
}  # fmt: skip
_DAYS = {
    word: number
    for number, word in enumerate(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre "
        "vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un".split(),
        2,
    )
} | {"vingt et un": 21, "trente et un": 31}
_CENTURIES = {
    word: number
    for number, word in enumerate(
        "sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme "
        "quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme vingt-et-unieme"
        .split(),
        6,
    )
}  # fmt: skip


class _Rewrite(NamedTuple):
    needles: tuple[str, ...]
    """One of these must be in the text for the slow pattern to be tried."""
    pattern: re.Pattern[str]
    replacement: str


_REWRITES = tuple(
    _Rewrite(tuple(needles.split("|")), regex(pattern), replacement)
    for needles, pattern, replacement in (
        # « av. J.-C. », « ap. J.-C. »
        ("j|e|bc", rf"\bav(?:ant|t)?\.?\s*{_CHRIST}|\bbce?\b", " avjc "),
        ("ap|ad", rf"\bap(?:res|r)?\.?\s*{_CHRIST}|\bad\b", " apjc "),
        # « (n. st.) »: already counted from January
        ("nouv|n.|n s|ns", r"\b(?:nouveau style|n\.?\s?st?\b\.?)", " nst "),
        # « s. d. »
        ("et s", r"[(\[](et (?:s\.\s?d\.?|sans date))[)\]]$", r"\1"),
        ("d|millesime", _UNDATED, " sansdate "),
        # « aux environs de », « v. 1200 », « c. 1460 », « sans doute »
        ("r", r"\b(?:aux? )?(?:environs?|alentours?|autour) (?:de |du |d')", "vers "),
        ("v|c", r"(?<![a-z\d./-])(?<!an )(?<!\d )[vc]\.?\s?(?=\[?\d{3,4}(?!\d))", "vers "),
        ("sans doute|peut-etre", r"\b(?:sans doute|peut-etre)\b", "probablement"),
        # « 1848 (date probable) », « 1936-1937 (année scolaire) »
        ("ble|incert|doute|see|mee", rf"[(\[]{_DOUBT}[)\]]| probable(?:ment)?$", " (?)"),
        ("(", rf"^(.+?) ?\(({_NAMED})\)$", r"\2 \1"),
        ("hiver", r"^(\d{4} ?[-/] ?\d{2,4}) \(hiver\)$", r"hiver \1"),
        # « limite 16e siècle 17e siècle », as the inventory of monuments writes
        (
            "limite|tournant",
            rf"^(?:a la |au )?(?:limite|tournant) (?:du |des )?({_CENTURY_NAME})"
            r"(?: (?:siecle|s\.?))?(?: et (?:du )?| - |-| ?/ ?|, ?| )"
            rf"({_CENTURY_NAME}) (?:siecles?|s\.?)$",
            r"fin \1 siecle - debut \2 siecle",
        ),
        # « -1000 », « -1500/-1200 »; « -1994 » may be an item of a list, or « jusqu’à 1994 »
        ("-", r"^- ?(\d{1,3}|1[0-3]\d\d|2[1-9]\d\d|[3-9]\d{3})$", r"\1 avjc"),
        ("-", r"^- ?(\d{1,4}) ?(?:/|a|-) ?-(\d{1,4})$", r"\1 avjc - \2 avjc"),
        # « -52 », « de -58 à -51 »
        ("-", _MINUS, r"\1\2 avjc"),
        (" -", rf"\b({_MONTHS}) -(\d{{1,3}})$", r"\1 \2 avjc"),
        ("apjc", r"^(\d+) av\.? ?- ?(\d+)(?= +apjc)", r"\1 avjc - \2"),
        # « ~1936 », « < 1936 », « 1936 ss. »
        ("-|±|≈|~", r"(?:\+/-|[±≈~]) ?(?=\d{3,4}(?!\d))", "vers "),
        ("~", r"(?<=\d{4})~$", " environ"),
        ("<", r"^< ?(?=\d)", "avant "),
        (">", r"^> ?(?=\d)", "apres "),
        # « 12 (?) mars 1936 », « ?? mars 1936 »
        (
            "?",
            rf"^((?:\d\d?(?:er)? )?(?:{_MONTHS})|\d\d?(?:er)?) ?[(\[]?\?[)\]]? ([^?]*\d{{4}})$",
            r"\1 \2 ?",
        ),
        ("?|.", rf"^(?:\?+|[(\[]\?+[)\]]|\.\.+) ((?:{_MONTHS}) \d{{4}})$", r"\1"),
        # « 12 germinal an III = 1er avril 1795 »
        (" an ", r" ?= ?(?=\d)", "/"),
        # « cop. 1998 », « dépôt légal 1998 », « © 1998 »
        ("cop|©", r"(?<![a-z])(?:copyright|cop\.?|©) ?(?=\d{4})", "cop. "),
        ("depot", r"\bdepot legal :? ?(?=\d{4})", "dl "),
        # « 1850 (avant) », « peu après 1850 », « 1850 au plus tard »
        ("(a", r"^(.+?) ?\((avant|apres)\)$", r"\2 \1"),
        ("peu a", r"\bpeu (avant|apres)\b", r"peu\1"),
        ("au plus t", r"^([^,;]+) au plus (tard|tot)$", r"au plus \2 \1"),
        ("au plus t", r"\bau plus (tard|tot)\b", r"plus\1"),
        # « 1900, env. », « [1916, à vérifier] », « -c. 1860 », « 1850 c. »
        (",", r"(?<=\d) ?, ?(?=(?:env(?:iron)?|ca|vers|circa)\b\.?$)", " "),
        (
            "verif|confirm|precis",
            r",? ?[(\[]?a (?:verifier|confirmer|preciser)\b(?:[)\]](?=$))?",
            " ?",
        ),
        ("-c.|-v.", r"-[cv]\. ?(?=\d{3,4}(?!\d))", "-vers "),
        (" c", r"(?<=\d{4}) c\.?$", " ca"),
        # « S1 1994 », « trimestre 3 1994 », « 1850-8-15 », « (10 h) »
        (
            "t1|t2|t3|t4|q1|q2|q3|q4|trimestre ",
            r"\b[tq](?:rimestre )?([1-4]) (?=\d{4})",
            r"\1e trimestre ",
        ),
        ("s1|s2|semestre ", r"\bs(?:emestre )?([12]) (?=\d{4})", r"\1e semestre "),
        ("(", r" ?\((?:a )?(\d\d? ?h(?: ?\d\d)?)\)$", r" \1"),
        ("-|/|.", r"(?<!\d)(\d{4})([-/.])(\d)\2(\d\d?)(?!\d)", r"\4/\3/\1"),
        ("-|/|.", r"(?<!\d)(\d{4})([-/.])(\d\d)\2(\d)(?!\d)", r"\4/\3/\1"),
        # « an mil », « sans-culottides »
        ("an mil", r"\ban mil(?:le)?\b", "an 1000"),
        ("culottide", r"\b(?:jours? )?sans-?culottides?\b", "jours complementaires"),
        # « 1917 avant », « 1923 entre, 1926 et », as museums write
        ("a", r"^(\d{4}) (avant|apres)$", r"\2 \1"),
        (" entre", r"(\d{4}) entre\s?[,;]\s?(\d{4}) et$", r"entre \1 et \2"),
        # « 3 mars et jours suivants », « 1789 et années suivantes », « 1789 sqq. »
        ("jour", r"\bet (?:les )?jours? suivants?\b", " etsuivants "),
        ("suiv|sq|et s|ss", _YEARS_AFTER, " etsuites "),
        # « à partir de », « à nos jours »
        ("partir|compter", r"\ba (?:partir|compter) (?:de |du |d'|des )", "depuis "),
        ("jour|present|cours|auj", _NOW, " nosjours "),
        # « XVIII e siècle », « XVIII° s. », « an II de la République française »
        ("s", _ORDINAL, r"\1e "),
        ("republique", r"\bde la republique(?: francaise)?\b", " "),
        # « an II, 15 pluviôse », « an II (pluviôse) »
        ("an ", _IN_REPUBLICAN, r"\2 an \1"),
        # « milieu-fin XIXe siècle »
        ("-", r"\b(debut|milieu)\s?-\s?(milieu|fin) ([^-,;]+)$", r"\1 \3 - \2 \3"),
        # « 3-mars-1790 », « 1er/03/1790 », « 18[48] », « 1950’s », « 1900-01/1905-12 »
        ("-", r"(?<!\d)(\d{1,2})-([a-z]{3,9})\.?-(\d{4}|\d\d)(?!\d)", r"\1 \2 \3"),
        ("1er", r"\b1er(?=\s?[/.]\s?\d)", "1"),
        ("1°|1o|1 °|1 o|1 e|1i", r"\b1\s?(?:°|o|er|ier)(?= [a-z])", "1er"),
        # « 27-28-29 juillet 1830 », « 14-15-16/05/1872 »; « 07.1920-06.1921 »
        ("-", rf"\b(\d\d?)-(\d\d?)-(\d\d?)(?= (?:{_MONTHS})\b|/\d\d?/\d)", r"\1, \2 et \3"),
        ("-", r"^(\d\d?)[.-](\d{4}) ?- ?(\d\d?)[.-](\d{4})$", r"\1/\2 - \3/\4"),
        # « du 12.05 au 30.09.1994 »
        (
            ".",
            r"^(?:du )?(\d\d?)\.(\d\d?)\.? ?(?:-|au) ?(\d\d?)\.(\d\d?)\.(\d{4}|\d\d)$",
            r"\1/\2 - \3/\4/\5",
        ),
        # « 12 [mars] 1848 », « [12 mars] 1848 »
        ("[", r"^\[?(\d\d?(?:er)?)\]? \[?([a-z]{3,9}\.?)\]? \[?(\d{4})\]?$", r"[\1 \2 \3]"),
        # « MDCCLXXXIX [1789] »
        ("[", r"^(\d{4}) \[\1\]$", r"\1"),
        ("[", _SUPPLIED, r"[\1\2\3\4]"),
        ("0s|0's", r"(?<!\d)(\d{3})0'?s\b", r"annees \g<1>0"),
        ("/", r"^(\d{4})-(\d\d)/(\d{4})-(\d\d)$", r"\2/\1 - \4/\3"),
        # « [1848], 3 mars »; « 1848 [i. e. 1849] », as libraries write
        ("], ", r"^\[(\d{4})\], ((?:\d\d?(?:er)? )?[a-z]{3,9}\.?)$", r"\2 [\1]"),
        ("[i", r"\d{4} \[i\.?\s?e\.?,?\s(\d{4})\]", r"[\1]"),
        (
            "[=|erreur|recte|dire",
            r"\d{4} [(\[](?:= ?|erreur pour |recte |c'est-a-dire )(\d{4})[)\]]",
            r"[\1]",
        ),
        # « nivôse [an VIII] », « [août] 1850 »
        ("[", r"\[([a-z]{3,9}\.?)\] (\d{4})(?!\d)", r"[\1 \2]"),
        ("[an", r"^([^\[\]]+) \[(an (?:[ivx]+|\d\d?))\]$", r"[\1 \2]"),
        # « saison 2008-09 », « week-end »
        (
            "son|cice|campagne|aire",
            r"((?:saison|exercice|campagne|aire)s? \d{4})-(?=\d\d$)",
            r"\1/",
        ),
        ("week-end", r"\bweek-end\b", "weekend"),
    )
)
_MONTH_YEAR = rf"(?:{_MONTHS})\b\.?\s?-\s?(?:\d{{4}}|\d\d)"
_MONTH_YEAR_RE = regex(rf"{_MONTH_YEAR}(?:\s?(?:-|au?|/)\s?{_MONTH_YEAR})?")
"""« janv-99 », « sept-98 - juin-99 »."""
_ROMAN_MONTH_RE = regex(r"(?<!\d)(\d\d?)\s?([./ -])\s?([ivx]+)\s?\2\s?(\d{4}|\d\d)(?!\d)")
"""« 12.XI.1918 », « 12 XI 1918 »."""
_DAY_RE = regex(
    rf"\b({'|'.join(sorted(_DAYS, key=len, reverse=True))}) (?=(?:{_MONTHS}|{_REPUBLICAN})\b)"
)
"""« douze mai »."""
_NUMBER_RE = regex(r"(?<=\ban )([a-z]+)\b|(?<=\bannees )([a-z]+(?:-[a-z]+)*)\b")
"""« an deux », « années soixante-dix »."""
_CENTURY_RE = regex(r"\b([a-z]+(?:-[a-z]+)*)(?= siecle)")
"""« dix-neuvième siècle »."""
_ROMAN_YEAR_RE = regex(r"(?<![a-z])m[mdclxvi. ]{3,}(?![a-z])")
"""« MDCCLXXXIX », « M. DCC. LXXXIX »."""
_DECADE = "primidi duodi tridi quartidi quintidi sextidi septidi octidi nonidi decadi".split()
_DECADE_RE = regex(rf"\b({'|'.join(_DECADE)}) (\d\d?)")
_HOUR_RE = regex(
    r"(?<=[\d)])(?:,? (?:a |vers )?|t)(\d\d?)\s?(?:h(?:eures?)?\s?(\d\d)?"
    r"|:(\d\d)(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)$"
)
"""« à 20 h 30 », « 10:30:00 »."""


def without_dashes(letters: str) -> str:
    """Return « janv-99 » as « janv 99 »: a month and its year, as spreadsheets show them.

    >>> without_dashes("janv-99"), without_dashes("mars-1999 - mai-1999")
    ('janv 99', 'mars 1999 - mai 1999')
    >>> without_dashes("juin-aout 1944")
    'juin-aout 1944'
    """
    if "-" not in letters or not _MONTH_YEAR_RE.fullmatch(letters):
        return letters
    return re.sub(r"(?<=[a-z.])\s?-\s?(?=\d)", " ", letters)


def rewritten(letters: str) -> str:
    """Return a normalised text with its phrases rewritten.

    >>> rewritten("52 av. j.-c.").split(), rewritten("3-mars-1790")
    (['52', 'avjc'], '3 mars 1790')
    >>> rewritten("vingt et un mai 1968"), rewritten("dec 25, 1970")
    ('21 mai 1968', '25 dec 1970')
    >>> rewritten("debut des annees trente"), rewritten("dix-neuvieme siecle")
    ('debut des annees 30', '19e siecle')
    """
    letters = _DAY_RE.sub(_day, in_french(_ROMAN_MONTH_RE.sub(_roman_month, letters)))
    if "m" in letters:
        letters = _ROMAN_YEAR_RE.sub(_roman_year, letters)
    if "an" in letters:
        letters = _NUMBER_RE.sub(_number, letters)
    if "di " in letters:
        letters = _DECADE_RE.sub(_day_of_decade, letters)
    if "ieme siecle" in letters:
        letters = _CENTURY_RE.sub(_century, letters)
    for needles, pattern, replacement in _REWRITES:
        for needle in needles:
            if needle in letters:
                letters = pattern.sub(replacement, letters)
                break
    return letters


def without_hour(letters: str) -> tuple[str, str]:
    r"""Return a text without the hour at its end, and that hour as printed.

    >>> without_hour("18 juin 1940 a 20h30")
    ('18 juin 1940', '20\xa0h\xa030')
    """
    match = _HOUR_RE.search(letters)
    if match is None or int(match[1]) > 24:
        return letters, ""
    hour, minutes = int(match[1]), int(match[2] or match[3] or 0)
    return letters[: match.start()], clock(hour, minutes) if hour or minutes else ""


def clock(hour: int, minutes: int) -> str:
    r"""Return a time of day as printed.

    >>> clock(20, 30), clock(9, 5), clock(20, 0)
    ('20\xa0h\xa030', '9\xa0h\xa005', '20\xa0h')
    """
    shown = f"{hour}\N{NO-BREAK SPACE}h"
    return f"{shown}\N{NO-BREAK SPACE}{minutes:02}" if minutes else shown


def _roman_month(match: re.Match[str]) -> str:
    month = _ROMAN_MONTHS.get(match[3])
    return f"{match[1]}/{month}/{match[4]}" if month else match[0]


def _day_of_decade(match: re.Match[str]) -> str:
    """« quintidi 15 germinal »: the name is dropped where it is that of the day."""
    return match[2] if int(match[2]) % 10 == (_DECADE.index(match[1]) + 1) % 10 else match[0]


def _day(match: re.Match[str]) -> str:
    return f"{_DAYS[match[1]]} "


def _roman_year(match: re.Match[str]) -> str:
    year = roman_number(re.sub(r"[. ]", "", match[0]))
    return f"{year} " if year > 1000 else match[0]


def _number(match: re.Match[str]) -> str:
    number = _NUMBERS.get(match[0])
    of_decade = match[2] is not None
    return str(number) if number and (number >= 20) == of_decade else match[0]


def _century(match: re.Match[str]) -> str:
    number = _CENTURIES.get(match[1])
    return f"{number}e" if number else match[0]
