"""What each finding means, in English, with an example: for ``docs/diagnostics.md``."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.diagnostics import Code


class Words(NamedTuple):
    """The developer's paragraph about a code."""

    what: str
    """When it is reported, and what to do about it."""
    before: str = ""
    """Of the example."""
    after: str = ""


WORDS = {
    Code.SHEET_LEFT_OUT: Words(
        "This sheet holds something else. `[feuille] nom` chooses.",
        "Brouillon",
        "Frise",
    ),
    Code.SHEET_HIDDEN: Words(
        "Another sheet is the chronology, and this one is hidden, whatever it holds.",
        "Archive",
        "Frise",
    ),
    Code.SHEET_DATED: Words(
        "A sheet that is shown and left aside has a heading for periods or a name of years, dates "
        "under it, and no heading of accounts or lists of members.",
        "1990-2009",
        "1950-1969",
    ),
    Code.SHEET_COPY: Words(
        "A sheet with the same headings has the same cells as another.", "Frise (2)", "Frise"
    ),
    Code.SHEETS_ALIKE: Words(
        "Sheets that are printed together have half of their rows in common, or more.",
        "Frise (2)",
        "Frise",
    ),
    Code.SHEETS_JOINED: Words(
        "Several sheets have the same headings, but for case, accents and plural, in whatever "
        "columns; one may have more. They are read as one table, in their order.",
        "« 1993 » et « 1994 »",
    ),
    Code.HIDDEN_ROWS: Words(
        "Hidden rows are printed: often an accident. `[feuille] lignes-masquees` decides.",
        "12, 15",
    ),
    Code.HIDDEN_ROWS_LEFT_OUT: Words(
        "`lignes-masquees` is set to omit them, and this row is hidden. One finding a cell.",
        "À relire",
    ),
    Code.HIDDEN_COLUMNS: Words(
        "Hidden columns are printed. `[colonnes] ignorer` leaves one out.", "E, F"
    ),
    Code.FILTER_ON: Words(
        "A filter was left on when the workbook was saved; the rows that it hides are printed.",
        "A1:F40",
    ),
    Code.CELL_COMMENT: Words(
        "A comment hangs on the cell. It is a note between people and is not printed.",
        "Vérifier la date.",
    ),
    Code.PICTURE: Words(
        "A picture, a chart or a text box lies on the sheet; only the text of cells is printed.",
        "Image posée sur C4",
    ),
    Code.FORMULA_WITHOUT_VALUE: Words(
        "The file holds a formula but not its result, as programs that write workbooks leave it.",
        "=A2+1",
    ),
    Code.ERROR_VALUE: Words(
        "A formula failed in the spreadsheet; its error is printed as it stands.", "#REF!"
    ),
    Code.VALUE_HIDDEN: Words(
        "The number format of the cell shows nothing for this number (`0;-0;;@`, `;;;`).", "0"
    ),
    Code.CONTROL_CHARACTER: Words(
        "A control character that no one can see is taken out; `before` is its name.", "U+000B"
    ),
    Code.WINDOWS_CHARACTER: Words(
        "A number of Windows-1252 stood for a sign of Unicode; the sign is set.", "U+0092", "’"
    ),
    Code.MISREAD_SIGN: Words(
        "Two or three letters stood for one of UTF-8, read as Windows-1252; the one is set.",
        "Ã©",
        "é",
    ),
    Code.CODING_DOUBT: Words(
        "A text file does not say its coding, and what it has of letters with accents is too "
        "little, or too strange, to tell it; or it is UTF-8 with letters of another coding in it.",
        "Windows-1252",
    ),
    Code.STYLES_NOT_READ: Words(
        "The workbook is an .xlsb, or its reader refused it; values are read, but no italics, "
        "links and comments, and hidden rows and columns of an .xlsb alone."
    ),
    Code.DATE_FORMAT_UNKNOWN: Words(
        "The date of a cell is the first of a month, and the formats of its workbook are not "
        "read: the cell may show a month or a year alone.",
        "01/05/1926",
    ),
    Code.MERGE_IGNORED: Words(
        "A merged range of absurd size is not spread over its cells.", "A1:XFD1048576"
    ),
    Code.OUTSIDE_TABLE: Words(
        "A cell above the heading row that is not the title.", "Document de travail"
    ),
    Code.TITLE_ROW: Words(
        "In the TimelineJS template one row without a date is the title of the whole.", "title"
    ),
    Code.HEADING_REPEATED: Words(
        "A row below says the headings once more, as long printed tables do.", "Période"
    ),
    Code.HEADING_OTHER: Words(
        "Other headings for the same columns stand under a blank row or a lone line. One finding a "
        "cell.",
        "Lieu",
    ),
    Code.SECOND_TABLE: Words(
        "Under a blank row or a lone line stand headings that do not go with those of the table: "
        "they and all below them are left out. One finding a cell.",
        "Liste des curés",
    ),
    Code.SEPARATOR_ROW: Words("A row of dashes or stars separates; it says nothing.", "* * *"),
    Code.TOTAL_ROW: Words(
        "The first text of a row is a total or a mean, the others are numbers. One finding a cell.",
        "Sous-total",
    ),
    Code.TRAILING_NOTE: Words(
        "A lone text below the last row of the table.", "Mise à jour : juin."
    ),
    Code.ROW_REPEATED: Words(
        "All cells of a row say what those of another row of its sheet say, its date too.", "12"
    ),
    Code.TEXT_SPREAD: Words(
        "A merged cell of texts or documents is printed in each row that it spans; one of more "
        "than 200 letters, in its first row alone.",
        "Hivernage au Maroc.",
        "3",
    ),
    Code.DITTO: Words(
        "Cells of a column hold a sign or a word for what stands in the row above; it is printed "
        "as it stands.",
        "idem",
        "C7, C8",
    ),
    Code.COLUMN_IGNORED: Words(
        "`[colonnes] ignorer` names this column. One finding a cell.", "à revoir"
    ),
    Code.ROW_NUMBER: Words(
        "A column `N°` counts the rows: 1, 2, 3. One finding a cell.", "12", "N°"
    ),
    Code.COLUMN_DATES_TWICE: Words(
        "A column has the very heading of the column of periods and holds dates too; it is "
        "printed as a section.",
        "Date",
    ),
    Code.COLUMN_BESIDE: Words(
        "An empty column parts it from the table, and it ends before the rows do.", "Catégories"
    ),
    Code.COLUMN_WITHOUT_HEADING: Words(
        "The column is filled but has no heading; its neighbours say what it is.",
        "H",
        "des documents",
    ),
    Code.COLUMN_GUESSED: Words(
        "No heading names the period, but the cells of this column are dates.", "Quand"
    ),
    Code.PERIOD_UNREAD: Words(
        "No rule reads this text as a period. The row stays in the one year that it names, where "
        "it is one of the document and no other number says that it may be something else; "
        "otherwise under the row above.",
        "au printemps dernier",
        "à la place de sa ligne",
    ),
    Code.PERIOD_INCOMPLETE: Words(
        "A day has no year, and no row above says for certain which; `after` names what lacks.",
        "15 août",
        "son année",
    ),
    Code.PERIOD_PARTLY_READ: Words(
        "A date and a remark stand in the cell of a row that has texts of its own.",
        "1995 (année jubilaire)",
        "1995",
    ),
    Code.PERIOD_SPLIT: Words(
        "A date and words stand in one cell, alone in its row or all down the column.",
        "1995 : le jubilé",
        "1995",
    ),
    Code.SUBTITLE: Words(
        "A short line alone in its row, among the dates, merged across the table, numbered or in "
        "capitals, stands over a dated row: it is printed with that row, whose number is `after`.",
        "II. L’entre-deux-guerres",
        "12",
    ),
    Code.LINE_ALONE: Words(
        "Words alone among the periods say no date and head no row: a note on the table, perhaps.",
        "Président : M. Lebrun",
    ),
    Code.LINE_WITH_YEAR: Words(
        "A line alone in its row names a year; days below it that have no year take none.",
        "Autour du jubilé (1995)",
    ),
    Code.PERIOD_REPEATED: Words(
        "Each cell of the column says the very day of its row once more.", "6/21/1861"
    ),
    Code.PERIOD_MONTH: Words(
        "In `dd/mm/yyyy` the month is above 12; it may be an American date. `after` is where "
        "the row is printed: in its year where it says one, else at its place.",
        "04/23/1994",
        "sous 1994",
    ),
    Code.PERIOD_DAY: Words(
        "The calendar has no such day; `after` as for `period-month`.",
        "31/04/1993",
        "sous 1993",
    ),
    Code.PERIOD_WEEKDAY: Words(
        "The day of the week is not that of the date; `after` is the true one.",
        "lundi 1er avril 1993",
        "jeudi",
    ),
    Code.PERIOD_BACKWARDS: Words(
        "The end stands before the beginning; `after` as for `period-month`.",
        "1995-1993",
        "à la place de sa ligne",
    ),
    Code.PERIOD_AMBIGUOUS: Words(
        "Two readings are equally good; none is chosen. `after` as for `period-month`.",
        "1910-12",
        "sous 1910",
    ),
    Code.PERIOD_CALENDARS: Words(
        "A date of the republican calendar and its Gregorian twin differ; `after` as for "
        "`period-month`.",
        "1er vendémiaire an II (3 mars 1795)",
        "à la place de sa ligne",
    ),
    Code.PERIOD_YEARS: Words(
        "The column of years says another year than the date beside it, which is printed.",
        "1990 – 3 mars 1991",
        "3 mars 1991",
    ),
    Code.PERIOD_CENTURY: Words(
        "The year has two digits, and no century, or more than one, agrees with the order of the "
        "rows and their years; `after` as for `period-month`.",
        "mai 94",
        "à la place de sa ligne",
    ),
    Code.PERIOD_UNDATED: Words(
        "The cell says that there is no date; the row stays under the row above.", "s. d."
    ),
    Code.PERIOD_YEAR_HIDDEN: Words(
        "A date cell hides its year, and no other cell says one; `after` is the year of its value.",
        "12-mars",
        "1994",
    ),
    Code.PERIOD_HALF_SHOWN: Words(
        "A date cell shows less than its day (a weekday, a time), and no other cell shows the "
        "rest; `after` is what is printed.",
        "15:30",
        "14 mars 1994 à 15 h 30",
    ),
    Code.PERIOD_SERIAL: Words(
        "A year typed into a cell of dates is the day of that number; no other date is of 1905.",
        "16/06/1905",
        "1994",
    ),
    Code.PERIOD_PIVOT: Words(
        "A date cell shows two digits of a year after 1999, and the document ends before 2000.",
        "03/05/25",
        "2025 ou 1925",
    ),
    Code.PERIOD_CENTURY_ADDED: Words(
        "A year of two digits is printed with the century that keeps the order of the rows, or, "
        "where they have none, with the only one that their years allow.",
        "sept 46",
        "septembre 1946",
    ),
    Code.PERIOD_LENT: Words(
        "The year or the month comes from a row above, a title above the table or the sheet's "
        "name.",
        "3 mars",
        "3 mars 1994",
    ),
    Code.PERIOD_REWORDED: Words(
        "Another word, one less or one more than the cell has: an approximation, an open end, "
        "the same day in another calendar. Other ways of writing one date are no finding: the "
        "report lists them in one table.",
        "c. 1944",
        "vers 1944",
    ),
    Code.PERIOD_PROPOSED: Words(
        "The period's cell is empty but a text of the row begins with a date; `after` is EDTF.",
        "12 mars 1994",
        "1994-03-12",
    ),
    Code.TYPO_SPACE: Words(
        "Spaces before and after punctuation, doubled spaces, spaces at the ends of lines.",
        " ?",
        "\u202f?",
    ),
    Code.TYPO_APOSTROPHE: Words("Straight or detached apostrophes become `’`.", "'", "’"),
    Code.TYPO_QUOTES: Words(
        "Straight quotation marks become guillemets with no-break spaces, inner ones `“ ”`.",
        '"',
        "«\u00a0",
    ),
    Code.TYPO_ELLIPSIS: Words("Three full stops become one sign.", "...", "…"),
    Code.TYPO_DASH: Words(
        "A hyphen used as a dash becomes an en dash with its spaces.", " - ", "\u00a0– "
    ),
    Code.TYPO_ORDINAL: Words(
        "Ordinals and centuries take their short endings, set as raised letters.", "ème", "e"
    ),
    Code.TYPO_NUMBER: Words("Digits are grouped and tied to their unit.", "15 %", "15\u00a0%"),
    Code.TYPO_TIE: Words(
        "A no-break space ties what must not be parted: titles, days and months, `n°`.",
        " ",
        "\u00a0",
    ),
    Code.TYPO_MONTH: Words("Names of months and days are written in lower case.", "S", "s"),
    Code.QUOTE_ODD: Words(
        "One straight quotation mark has no partner in its paragraph; it is left.", '"'
    ),
    Code.LINE_JOINED: Words(
        "A hard line break in the middle of a sentence becomes a space.", "\n", " "
    ),
    Code.LINES_IN_ONE: Words(
        "A cell of a theme or source is printed as one line; its line ends become spaces.",
        "\n",
        " ",
    ),
    Code.LIST_MARK: Words(
        "Lines that begin with `-`, `•`, `*` or a number become a list.", "-", "–"
    ),
    Code.ITEM_WITHOUT_MARK: Words(
        "A line among the items of a list had no mark of its own.", "l’accueil du public ;"
    ),
    Code.BULLET_MISREAD: Words(
        "Recognition read a bullet as letters; its neighbours show what it was.", "Cl", "•"
    ),
    Code.STRAY_BULLET: Words("A bullet in the middle of a sentence is taken out.", " •"),
    Code.HEADING_CASE: Words(
        "A text in capitals, all of whose words are sure, is set in sentence case with accents; "
        "acronyms and names are kept.",
        "LA VIE DU RÉSEAU",
        "La vie du réseau",
    ),
    Code.HEADING_DOUBT: Words(
        "A text stays in capitals, as it was typed, where a word of it may be a name or has two "
        "readings.",
        "LE DOCTEUR BLANC",
        "Le docteur Blanc",
    ),
    Code.HEADING_COLON: Words("A heading that stands alone is printed without its colon.", ":"),
    Code.HEADING_MERGED: Words(
        "The first line of a cell only repeats the theme or the year of its row.", "1993"
    ),
    Code.OCR_LETTER: Words(
        "Recognition misread a word: confused shapes lead to one word of the dictionary.",
        "demier",
        "dernier",
    ),
    Code.HTML_TAG: Words(
        "Tags of web pages (`p br b strong i em a ul ol li sup sub span div u h1` to `h6`) that "
        "are well formed become lines, lists, links and styles; others stay. Once a cell.",
        "<p>, <b>",
    ),
    Code.HTML_EMPTY: Words("A cell has tags of web pages and not one word.", "<p></p>"),
    Code.HTML_ENTITY: Words(
        "A sign stood as a web page codes it; names like `R&D;` are left.", "&eacute;", "é"
    ),
    Code.OCR_MARK: Words("A sign or a digit that recognition misread.", "Xl", "XI"),
    Code.OCR_DOUBT: Words(
        "A word is unknown and one near it is known, but not surely enough to change it.",
        "rnaison",
        "maison",
    ),
    Code.LOST_LETTER: Words(
        "A question mark or U+FFFD stands in a word: a letter was lost when its coding changed. "
        "The words of the dictionary that it may have been are proposed.",
        "f?te",
        "fête",
    ),
    Code.STOP_DOUBT: Words(
        "A stop where a comma may be meant, or where the next sentence lost its capital.",
        "Rouen. Dieppe",
        "Rouen, Dieppe",
    ),
    Code.ACCENT: Words("An accent is missing, also on a capital.", "Etat", "État"),
    Code.ACCENT_DOUBT: Words(
        "A word in mid-sentence with a capital and no accent: a plain word, or a name.",
        "Evolution",
        "Évolution",
    ),
    Code.LIGATURE: Words("`oe` becomes `œ` in the words that are written with it.", "oe", "œ"),
    Code.HYPHEN_DOUBT: Words("A hyphen may come from an old line end.", "ré-unies", "réunies"),
    Code.BRACKET_ODD: Words("A bracket or guillemet is never closed, or never opened.", "(", "(…)"),
    Code.NOT_FRENCH: Words(
        "The words of a text are mostly unknown to French; its letters are left alone.",
        "The committee met again in Leeds.",
    ),
    Code.MANY_UNKNOWN_WORDS: Words(
        "A tenth of the words or more is unknown: repairs are proposed, not made.", "Compte rendu"
    ),
    Code.NAME_VARIANTS: Words(
        "One name in several spellings. `[nettoyage] noms` chooses one.",
        "« Roue’Libre », « ROUE ’ LIBRE »",
        "Roue’Libre",
    ),
    Code.NAME_UNIFIED: Words(
        "`[nettoyage] noms` asks for this spelling.", "ROUE ’ LIBRE", "Roue’Libre"
    ),
    Code.YEAR_OF_SPAN: Words(
        "A century or a part of one is no year; its first year, which nobody wrote, gives the "
        "chapter.",
        "fin du XIXe siècle",
        "1868",
    ),
    Code.ROW_MOVED: Words(
        "The row stood out of the order of time. As few rows as possible are told.", "20/12/1993"
    ),
    Code.SHEET_STARTS_UNDATED: Words(
        "A sheet joined to others opens with rows without a year: none is taken from those.",
        "Suite",
        "3 lignes",
    ),
    Code.SHEET_REVERSED: Words("The whole sheet runs from the newest row to the oldest.", "31"),
    Code.TITLE_UNUSED: Words(
        "`[chapitres] titres` names a year that no row of the workbook has.", "La charte", "1949"
    ),
    Code.TITLE_REPLACED: Words(
        "`[chapitres] titres` gives another title to this year.", "Une année", "L’année des statuts"
    ),
    Code.LAYOUT_WARNING: Words("WeasyPrint warned while it set the pages.", "Ignored `…`"),
    Code.CHARACTER_OUTSIDE_FONTS: Words(
        "The book's fonts lack a character; its nearest sign or its number is printed.",
        "●",
        "•",
    ),
}
