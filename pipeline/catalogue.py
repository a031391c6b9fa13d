"""The closed catalogue of findings: slug, severity, title and French sentence of each.

Each code has a paragraph in ``docs/diagnostics.md`` (made from here by ``make docs``) and a
case in the tests.
"""

from __future__ import annotations

from enum import Enum

from pipeline.french import typeset


class Severity(Enum):
    """What a finding means for the reader."""

    FIXED = "fixed"
    """Changed, and recorded."""
    CHECK = "check"
    """A person should look; nothing was changed."""
    DROPPED = "dropped"
    """Not printed."""

    @property
    def french(self) -> str:
        """The word shown to the user."""
        return {"fixed": "corrigé", "check": "à vérifier", "dropped": "écarté"}[self.value]


FIXED, CHECK, DROPPED = Severity.FIXED, Severity.CHECK, Severity.DROPPED


class Code(Enum):
    """The catalogue: slug, severity, title and French sentence of every finding.

    In a sentence, ``{before}`` and ``{after}`` stand for the texts of the finding, with
    invisible characters made visible.
    """

    # -- read: the workbook
    SHEET_LEFT_OUT = (
        "sheet-left-out",
        DROPPED,
        "Feuille laissée de côté",
        "La feuille « {before} » n’est pas imprimée : la chronologie est dans « {after} ». "
        "Pour une autre feuille : [feuille] nom.",
    )
    SHEET_HIDDEN = (
        "sheet-hidden",
        DROPPED,
        "Feuille masquée",
        "La feuille masquée « {before} » n’est pas imprimée : la chronologie est dans « {after} ». "
        "Pour l’imprimer : [feuille] nom.",
    )
    SHEET_DATED = (
        "sheet-dated",
        CHECK,
        "Autre feuille datée",
        "La feuille « {before} » a des lignes datées, comme une chronologie, et n’est pas "
        "imprimée. Pour l’imprimer avec « {after} », donnez-lui les mêmes en-têtes ; à sa place : "
        "[feuille] nom.",
    )
    SHEET_COPY = (
        "sheet-copy",
        DROPPED,
        "Feuille en double",
        "La feuille « {before} » répète mot pour mot « {after} » : elle n’est pas imprimée une "
        "seconde fois.",
    )
    SHEETS_ALIKE = (
        "sheets-alike",
        CHECK,
        "Lignes dans deux feuilles",
        "Des lignes de la feuille « {before} » se trouvent aussi dans « {after} » : elles sont "
        "imprimées deux fois. Pour n’en garder qu’une : [feuille] nom.",
    )
    SHEETS_JOINED = (
        "sheets-joined",
        CHECK,
        "Feuilles réunies",
        "Les feuilles {before} ont les mêmes en-têtes, ou presque : elles sont imprimées ensemble, "
        "chaque colonne sous son en-tête.",
    )
    HIDDEN_ROWS = (
        "hidden-rows",
        CHECK,
        "Lignes masquées",
        "Des lignes masquées sont imprimées : {before}. "
        'Pour les omettre : [feuille] lignes-masquees = "omettre".',
    )
    HIDDEN_ROWS_LEFT_OUT = (
        "hidden-rows-left-out",
        DROPPED,
        "Ligne masquée omise",
        "Cette ligne masquée n’est pas imprimée, comme les réglages le demandent : « {before} ».",
    )
    HIDDEN_COLUMNS = (
        "hidden-columns",
        CHECK,
        "Colonnes masquées",
        "Des colonnes masquées sont imprimées : {before}. "
        "Pour en omettre une : [colonnes] ignorer.",
    )
    FILTER_ON = (
        "filter-on",
        CHECK,
        "Filtre actif",
        "Un filtre est resté actif sur {before} : les lignes qu’il cache sont imprimées aussi.",
    )
    CELL_COMMENT = (
        "cell-comment",
        CHECK,
        "Commentaire de cellule",
        "La cellule porte un commentaire, qui n’est pas imprimé : « {before} ».",
    )
    PICTURE = (
        "picture",
        DROPPED,
        "Image ou graphique",
        "{before} : cet objet n’est pas imprimé, seul le texte des cellules l’est.",
    )
    FORMULA_WITHOUT_VALUE = (
        "formula-without-value",
        CHECK,
        "Formule sans résultat",
        "La formule « {before} » n’a pas de résultat enregistré : sa valeur manque au livre. "
        "Ouvrez le classeur dans un tableur et enregistrez-le.",
    )
    ERROR_VALUE = (
        "error-value",
        CHECK,
        "Erreur de calcul",
        "La cellule contient l’erreur « {before} », imprimée telle quelle.",
    )
    VALUE_HIDDEN = (
        "value-hidden",
        CHECK,
        "Nombre que la cellule cache",
        "La cellule contient « {before} », que son format n’affiche pas : ce nombre est imprimé. "
        "Pour l’omettre, videz la cellule.",
    )
    CONTROL_CHARACTER = (
        "control-character",
        FIXED,
        "Caractère de commande",
        "Un caractère invisible sans sens ({before}) est retiré.",
    )
    WINDOWS_CHARACTER = (
        "windows-character",
        FIXED,
        "Caractère d’un autre codage",
        "Le code {before}, laissé par un programme Windows, devient « {after} ».",
    )
    MISREAD_SIGN = (
        "misread-sign",
        FIXED,
        "Lettre lue dans un autre codage",
        "« {before} », que laisse un texte lu dans un autre codage, devient « {after} ».",
    )
    CODING_DOUBT = (
        "coding-doubt",
        CHECK,
        "Codage incertain",
        "Le codage de ce fichier n’est pas sûr : il est lu en {before}. Vérifiez les lettres "
        "accentuées ; si elles sont fausses, enregistrez-le à nouveau, en « CSV UTF-8 » ou au "
        "format .xlsx.",
    )
    STYLES_NOT_READ = (
        "styles-not-read",
        CHECK,
        "Mise en forme non lue",
        "Ce classeur est abîmé, ou d’un format dont seules les valeurs sont lues : ni l’italique, "
        "ni les liens, ni les commentaires, et pas toujours ce qui est masqué. Enregistrez-le au "
        "format .xlsx depuis un tableur.",
    )
    DATE_FORMAT_UNKNOWN = (
        "date-format-unknown",
        CHECK,
        "Date dont le format n’est pas lu",
        "La cellule contient « {before} », mais elle ne montre peut-être que le mois ou l’année : "
        "le format des dates de ce classeur n’est pas lu. Enregistrez-le au format .xlsx.",
    )
    MERGE_IGNORED = (
        "merge-ignored",
        CHECK,
        "Fusion démesurée",
        "La fusion {before} couvre trop de cellules : sa valeur n’est lue que dans la première.",
    )
    # -- parse: the table
    OUTSIDE_TABLE = (
        "outside-table",
        DROPPED,
        "Texte hors du tableau",
        "« {before} » se trouve au-dessus de la ligne d’en-têtes et n’est pas imprimé.",
    )
    TITLE_ROW = (
        "title-row",
        DROPPED,
        "Ligne de titre",
        "« {before} » marque la ligne qui donne le titre du livre et sa présentation : la marque "
        "n’est pas imprimée.",
    )
    HEADING_REPEATED = (
        "heading-repeated",
        DROPPED,
        "En-têtes répétés",
        "« {before} » répète la ligne d’en-têtes et n’est pas imprimé.",
    )
    HEADING_OTHER = (
        "heading-other",
        DROPPED,
        "Autres en-têtes",
        "« {before} » est un en-tête au milieu du tableau : il n’est pas imprimé, et les lignes "
        "au-dessous sont lues sous les en-têtes du haut.",
    )
    SECOND_TABLE = (
        "second-table",
        DROPPED,
        "Second tableau",
        "« {before} » appartient à un second tableau, sous le premier, qui n’est pas imprimé : "
        "mettez ce tableau sur une feuille à part.",
    )
    SEPARATOR_ROW = (
        "separator-row",
        DROPPED,
        "Ligne de séparation",
        "« {before} » ne contient aucune lettre et n’est pas imprimé.",
    )
    TOTAL_ROW = (
        "total-row",
        DROPPED,
        "Ligne de totaux",
        "« {before} » appartient à une ligne de totaux ou de moyennes, non à un événement : il "
        "n’est pas imprimé.",
    )
    TRAILING_NOTE = (
        "trailing-note",
        DROPPED,
        "Note sous le tableau",
        "« {before} » est une note sous le tableau, non un événement : elle n’est pas imprimée.",
    )
    ROW_REPEATED = (
        "row-repeated",
        CHECK,
        "Ligne répétée",
        "Cette ligne dit mot pour mot ce que dit la ligne {before} : elle est imprimée aussi. Si "
        "c’est une copie, supprimez-la dans le classeur.",
    )
    TEXT_SPREAD = (
        "text-spread",
        CHECK,
        "Texte fusionné sur plusieurs lignes",
        "« {before} » est fusionné sur plusieurs lignes : il est imprimé dans chacune "
        "({after} fois). Pour l’imprimer une fois, défaites la fusion.",
    )
    DITTO = (
        "ditto",
        CHECK,
        "Renvoi à la ligne du dessus",
        "« {before} » ({after}) renvoie à la ligne du dessus dans la feuille ; dans le livre, une "
        "autre ligne peut s’y trouver. Écrivez le mot qu’il remplace.",
    )
    COLUMN_IGNORED = (
        "column-ignored",
        DROPPED,
        "Colonne ignorée",
        "« {before} » n’est pas imprimé : les réglages ignorent cette colonne.",
    )
    ROW_NUMBER = (
        "row-number",
        DROPPED,
        "Numéro de ligne",
        "« {before} » numérote la ligne dans la colonne « {after} » et n’est pas imprimé. "
        "Pour imprimer cette colonne : [colonnes] rubriques.",
    )
    COLUMN_DATES_TWICE = (
        "column-dates-twice",
        CHECK,
        "Deux colonnes de dates",
        "Deux colonnes ont l’en-tête « {before} » : celle-ci date peut-être un second tableau, à "
        "droite du premier ; elle est imprimée comme un texte, et ne date rien. Si ce sont deux "
        "tableaux, mettez le second sous le premier.",
    )
    COLUMN_BESIDE = (
        "column-beside",
        CHECK,
        "Colonne à part",
        "La colonne « {before} » est séparée du tableau et plus courte que lui : elle est imprimée "
        "comme une rubrique. Si c’est une liste à part : [colonnes] ignorer.",
    )
    COLUMN_WITHOUT_HEADING = (
        "column-without-heading",
        CHECK,
        "Colonne sans en-tête",
        "La colonne {before} n’a pas d’en-tête : elle est lue comme {after}.",
    )
    COLUMN_GUESSED = (
        "column-guessed",
        CHECK,
        "Colonne reconnue à son contenu",
        "La colonne « {before} » contient des dates : elle est lue comme la période. "
        "Pour une autre : [colonnes] periode.",
    )
    # -- clean: periods
    PERIOD_UNREAD = (
        "period-unread",
        CHECK,
        "Période non lue",
        "La période « {before} » n’a pas été lue : elle est imprimée telle quelle, {after}. "
        "Écrivez par exemple « 12 mars 1994 » ou « vers 1990 ».",
    )
    PERIOD_INCOMPLETE = (
        "period-incomplete",
        CHECK,
        "Année ou mois manquant",
        "« {before} » ne dit pas {after}, et les lignes au-dessus ne le disent pas à coup sûr : "
        "la période est imprimée telle quelle, à la place de sa ligne. Complétez la date.",
    )
    PERIOD_PARTLY_READ = (
        "period-partly-read",
        CHECK,
        "Période lue en partie",
        "De « {before} », seul « {after} » est lu comme date ; le tout est imprimé tel quel. "
        "Si la suite n’est pas une remarque sur la date, mettez-la dans une autre colonne.",
    )
    PERIOD_SPLIT = (
        "period-split",
        FIXED,
        "Date et texte séparés",
        "« {before} » : la date est « {after} », la suite est lue comme un texte.",
    )
    SUBTITLE = (
        "subtitle",
        CHECK,
        "Intertitre du tableau",
        "« {before} » est un intertitre du tableau : il est imprimé sans date, avant la ligne "
        "{after}, qu’il annonce. Si c’est un événement, écrivez sa date.",
    )
    LINE_ALONE = (
        "line-alone",
        CHECK,
        "Ligne sans date",
        "« {before} », seul dans sa ligne, ne dit pas de date : la ligne est imprimée sous celles "
        "du dessus. Si c’est une note, mettez-la hors du tableau ; sinon, écrivez sa date.",
    )
    LINE_WITH_YEAR = (
        "line-with-year",
        CHECK,
        "Année dans un intertitre",
        "« {before} » nomme une autre année que les lignes au-dessus, sans être lu comme une "
        "période. Si cette ligne ouvre une année, écrivez l’année, seule, dans la colonne des "
        "périodes.",
    )
    PERIOD_REPEATED = (
        "period-repeated",
        DROPPED,
        "Date répétée",
        "« {before} » répète la date de la ligne, comme toute sa colonne : elle n’est pas imprimée "
        "une seconde fois.",
    )
    PERIOD_MONTH = (
        "period-month",
        CHECK,
        "Mois impossible",
        "« {before} » : dans l’ordre jour, mois, année, le mois dépasse 12. La période est "
        "imprimée telle quelle, {after}.",
    )
    PERIOD_DAY = (
        "period-day",
        CHECK,
        "Jour impossible",
        "« {before} » : ce jour n’existe pas. La période est imprimée telle quelle, {after}.",
    )
    PERIOD_WEEKDAY = (
        "period-weekday",
        CHECK,
        "Jour de la semaine contredit",
        "« {before} » : ce jour-là était un {after}. La période est imprimée telle quelle, sous "
        "l’année qu’elle dit.",
    )
    PERIOD_BACKWARDS = (
        "period-backwards",
        CHECK,
        "Période à rebours",
        "« {before} » finit avant de commencer. La période est imprimée telle quelle, {after}.",
    )
    PERIOD_AMBIGUOUS = (
        "period-ambiguous",
        CHECK,
        "Période ambiguë",
        "« {before} » peut se lire de deux façons. La période est imprimée telle quelle, "
        "{after} ; écrivez l’année ou le mois en entier.",
    )
    PERIOD_CALENDARS = (
        "period-calendars",
        CHECK,
        "Calendriers contradictoires",
        "« {before} » : les deux calendriers ne disent pas la même date. La période est imprimée "
        "telle quelle, {after}.",
    )
    PERIOD_YEARS = (
        "period-years",
        CHECK,
        "Années contradictoires",
        "« {before} » : la date et la colonne des années ne disent pas la même année. La ligne est "
        "imprimée à sa date : « {after} ».",
    )
    PERIOD_CENTURY = (
        "period-century",
        CHECK,
        "Siècle inconnu",
        "« {before} » : l’année a deux chiffres, et les autres lignes ne disent pas à coup sûr le "
        "siècle. La période est imprimée telle quelle, {after}.",
    )
    PERIOD_UNDATED = (
        "period-undated",
        CHECK,
        "Ligne sans date",
        "« {before} » : la ligne est imprimée à sa place, sous l’année des lignes au-dessus, sans "
        "que rien la date. Si elle n’est pas de cette année, déplacez-la avant la première date.",
    )
    PERIOD_YEAR_HIDDEN = (
        "period-year-hidden",
        CHECK,
        "Année non montrée",
        "La cellule montre « {before} » sans l’année ; sa valeur est de {after}, et le livre date "
        "la ligne ainsi. Vérifiez-la : un tableur ajoute l’année en cours à un jour tapé sans "
        "année.",
    )
    PERIOD_HALF_SHOWN = (
        "period-half-shown",
        CHECK,
        "Date montrée en partie",
        "La cellule montre « {before} » ; sa valeur a plus, et le livre imprime « {after} ». "
        "Vérifiez cette date, ou donnez à la cellule un format qui la montre entière.",
    )
    PERIOD_SERIAL = (
        "period-serial",
        CHECK,
        "Année prise pour un jour",
        "La cellule montre « {before} », le jour numéro {after} du tableur : si c’est l’année "
        "{after} qui a été tapée, mettez la cellule au format « Texte » et tapez-la à nouveau.",
    )
    PERIOD_PIVOT = (
        "period-pivot",
        CHECK,
        "Siècle mis par le tableur",
        "La cellule montre « {before} » : {after} ? Un tableur met 00 à 29 dans les années 2000 ; "
        "le livre imprime l’année de la cellule. Écrivez-la avec ses quatre chiffres.",
    )
    PERIOD_CENTURY_ADDED = (
        "period-century-added",
        FIXED,
        "Siècle ajouté",
        "« {before} » devient « {after} » : le siècle est celui que donnent les autres lignes, par "
        "leur ordre ou par leurs années.",
    )
    PERIOD_LENT = (
        "period-lent",
        FIXED,
        "Date complétée",
        "« {before} » devient « {after} » : ce que la cellule ne dit pas vient de plus haut.",
    )
    PERIOD_REWORDED = (
        "period-reworded",
        FIXED,
        "Date dite autrement",
        "« {before} » devient « {after} » : le livre dit cette date en d’autres mots que la "
        "cellule, ou en dit plus.",
    )
    PERIOD_PROPOSED = (
        "period-proposed",
        CHECK,
        "Date proposée",
        "La ligne n’a pas de période, et ce texte commence par une date : « {before} ». "
        "Si c’est la sienne, mettez-la dans la colonne des périodes.",
    )
    # -- clean: typography
    TYPO_SPACE = (
        "typo-space",
        FIXED,
        "Espaces",
        "Espaces : « {before} » devient « {after} ».",
    )
    TYPO_APOSTROPHE = (
        "typo-apostrophe",
        FIXED,
        "Apostrophe",
        "Apostrophe : « {before} » devient « {after} ».",
    )
    TYPO_QUOTES = (
        "typo-quotes",
        FIXED,
        "Guillemets",
        "Guillemets : « {before} » devient « {after} ».",
    )
    TYPO_ELLIPSIS = (
        "typo-ellipsis",
        FIXED,
        "Points de suspension",
        "Points de suspension : « {before} » devient « {after} ».",
    )
    TYPO_DASH = (
        "typo-dash",
        FIXED,
        "Tiret",
        "Tiret : « {before} » devient « {after} ».",
    )
    TYPO_ORDINAL = (
        "typo-ordinal",
        FIXED,
        "Ordinal",
        "Ordinal : « {before} » devient « {after} ».",
    )
    TYPO_NUMBER = (
        "typo-number",
        FIXED,
        "Nombre et unité",
        "Nombre et unité : « {before} » devient « {after} ».",
    )
    TYPO_TIE = (
        "typo-tie",
        FIXED,
        "Espace insécable",
        "Espace insécable : « {before} » devient « {after} ».",
    )
    TYPO_MONTH = (
        "typo-month",
        FIXED,
        "Mois en minuscule",
        "Mois en minuscule : « {before} » devient « {after} ».",
    )
    QUOTE_ODD = (
        "quote-odd",
        CHECK,
        "Guillemet sans pendant",
        "Un guillemet droit n’a pas de pendant dans ce paragraphe : « {before} ».",
    )
    # -- clean: structure
    LINE_JOINED = (
        "line-joined",
        FIXED,
        "Ligne recollée",
        "Une ligne coupée est recollée : « {before} » devient « {after} ».",
    )
    LINES_IN_ONE = (
        "lines-in-one",
        FIXED,
        "Lignes mises bout à bout",
        "Un titre ou une source tient sur une ligne : un retour à la ligne devient une espace.",
    )
    LIST_MARK = (
        "list-mark",
        FIXED,
        "Marque de liste",
        "La marque « {before} » devient une vraie liste.",
    )
    ITEM_WITHOUT_MARK = (
        "item-without-mark",
        FIXED,
        "Élément sans marque",
        "« {before} » était un élément de liste qui avait perdu sa marque.",
    )
    BULLET_MISREAD = (
        "bullet-misread",
        FIXED,
        "Puce mal lue",
        "« {before} » était une puce mal lue.",
    )
    STRAY_BULLET = (
        "stray-bullet",
        FIXED,
        "Puce égarée",
        "Une puce égarée est retirée : « {before} ».",
    )
    HEADING_CASE = (
        "heading-case",
        FIXED,
        "Intertitre en capitales",
        "« {before} » devient « {after} ».",
    )
    HEADING_DOUBT = (
        "heading-doubt",
        CHECK,
        "Intertitre laissé en capitales",
        "« {before} » reste en capitales, car un mot peut être un nom propre ou s’écrire de deux "
        "façons. Proposé : « {after} ».",
    )
    HEADING_COLON = (
        "heading-colon",
        FIXED,
        "Ponctuation d’intertitre",
        "La ponctuation « {before} » de l’intertitre n’est pas imprimée.",
    )
    HEADING_MERGED = (
        "heading-merged",
        DROPPED,
        "Intertitre répété",
        "« {before} » répète le thème ou l’année de la ligne : il n’est pas imprimé une seconde "
        "fois.",
    )
    # -- clean: repair
    OCR_LETTER = (
        "ocr-letter",
        FIXED,
        "Lettre mal reconnue",
        "« {before} » devient « {after} ».",
    )
    HTML_TAG = (
        "html-tag",
        FIXED,
        "Balises de page web",
        "Les balises {before} deviennent ce qu’elles veulent dire : un retour à la ligne, une "
        "liste, un lien, du gras ou de l’italique.",
    )
    HTML_EMPTY = (
        "html-empty",
        DROPPED,
        "Balises sans texte",
        "« {before} » ne contient que des balises de page web et n’est pas imprimé.",
    )
    HTML_ENTITY = (
        "html-entity",
        FIXED,
        "Code de page web",
        "« {before} » devient « {after} ».",
    )
    OCR_MARK = (
        "ocr-mark",
        FIXED,
        "Signe mal reconnu",
        "« {before} » devient « {after} ».",
    )
    OCR_DOUBT = (
        "ocr-doubt",
        CHECK,
        "Mot douteux",
        "« {before} » est peut-être mal reconnu ; proposition : « {after} ».",
    )
    LOST_LETTER = (
        "lost-letter",
        CHECK,
        "Lettre perdue",
        "Une lettre semble perdue dans « {before} », imprimé tel quel ; proposition : « {after} ».",
    )
    ACCENT = (
        "accent",
        FIXED,
        "Accent",
        "« {before} » devient « {after} ».",
    )
    ACCENT_DOUBT = (
        "accent-doubt",
        CHECK,
        "Accent sur une capitale",
        "« {before} » s’écrit peut-être « {after} » ; si c’est un nom, il reste tel quel. "
        'Pour ne plus le demander : [nettoyage] noms = ["{before}"].',
    )
    LIGATURE = (
        "ligature",
        FIXED,
        "Ligature",
        "« {before} » devient « {after} ».",
    )
    STOP_DOUBT = (
        "stop-doubt",
        CHECK,
        "Point douteux",
        "Un point, puis une minuscule ou une énumération : « {before} » ; proposition : "
        "« {after} ».",
    )
    HYPHEN_DOUBT = (
        "hyphen-doubt",
        CHECK,
        "Trait d’union douteux",
        "« {before} » s’écrit peut-être « {after} ».",
    )
    BRACKET_ODD = (
        "bracket-odd",
        CHECK,
        "Parenthèse ou guillemet sans pendant",
        "« {before} » n’a pas de pendant dans cette cellule.",
    )
    NOT_FRENCH = (
        "not-french",
        CHECK,
        "Texte dans une autre langue",
        "Ce texte ne semble pas être en français ; ses mots ne sont pas corrigés : « {before} ».",
    )
    MANY_UNKNOWN_WORDS = (
        "many-unknown-words",
        CHECK,
        "Beaucoup de mots inconnus",
        "Un mot sur dix ou plus est inconnu : rien n’est corrigé dans les lettres de ce texte, "
        "seulement proposé.",
    )
    # -- clean: names
    NAME_VARIANTS = (
        "name-variants",
        CHECK,
        "Nom écrit de plusieurs façons",
        "Un même nom est écrit de plusieurs façons : {before}. Pour n’en garder qu’une : "
        '[nettoyage] noms = ["{after}"].',
    )
    NAME_UNIFIED = (
        "name-unified",
        FIXED,
        "Nom unifié",
        "« {before} » devient « {after} », comme les réglages le demandent.",
    )
    # -- group: chapters
    YEAR_OF_SPAN = (
        "year-of-span",
        CHECK,
        "Année d’une période longue",
        "« {before} » ne nomme aucune année : la ligne est imprimée sous {after}, la première "
        "qu’elle peut désigner.",
    )
    ROW_MOVED = (
        "row-moved",
        CHECK,
        "Ligne déplacée",
        "La ligne datée « {before} » est imprimée à sa date, non à sa place dans la feuille : "
        "vérifiez la période.",
    )
    SHEET_STARTS_UNDATED = (
        "sheet-starts-undated",
        CHECK,
        "Feuille qui commence sans année",
        "La feuille « {before} » commence sans année lue : ce qui précède sa première date "
        "({after}) est imprimé sous « Sans date », non à la suite d’une autre feuille.",
    )
    SHEET_REVERSED = (
        "sheet-reversed",
        CHECK,
        "Feuille en ordre inverse",
        "Les {before} lignes datées vont de la plus récente à la plus ancienne : "
        "elles sont imprimées dans l’ordre du temps.",
    )
    TITLE_REPLACED = (
        "title-replaced",
        DROPPED,
        "Titre de chapitre remplacé",
        "Le titre « {before} » n’est pas imprimé : les réglages donnent « {after} ».",
    )
    TITLE_UNUSED = (
        "title-unused",
        CHECK,
        "Titre sans chapitre",
        "Le titre « {before} » n’est pas imprimé : le livre n’a pas de chapitre {after}. "
        "Vérifiez l’année dans [chapitres] titres.",
    )
    # -- writers
    LAYOUT_WARNING = (
        "layout-warning",
        CHECK,
        "Avertissement de mise en page",
        "La mise en page signale : {before}",
    )
    CHARACTER_OUTSIDE_FONTS = (
        "character-outside-fonts",
        CHECK,
        "Caractère hors des polices",
        "Les polices du livre n’ont pas « {before} » : le PDF imprime « {after} » ; "
        "le fichier Word et les données le gardent.",
    )

    def __init__(self, slug: str, severity: Severity, title: str, template: str) -> None:
        """Name the columns of the catalogue."""
        self.slug = slug
        self.severity = severity
        self.title = typeset(title)
        self.template = typeset(template)
        self.quotes = typeset("« {before}") in self.template
        """Tells whether ``before`` is the workbook's own letters, and not words of ours."""
