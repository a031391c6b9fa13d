"""The command line: what a user types, what she sees, what is left on the disk."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from openpyxl import Workbook

from pipeline.cli import main
from pipeline.errors import OutputError
from pipeline.files import write_all
from tests.conftest import work_of

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with a cache of its own and a fixed day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def _run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(each) for each in arguments])
    return int(end.value.code or 0)


def _workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return _workbook(
        tmp_path / "petite-frise.xlsx",
        ("Période", "Thème", "Récit", "Documents"),
        (1993, "Naissance", "Onze habitants se réunissent.", "Cahier"),
        ("01/04/1993", "Statuts", "Les statuts sont déposés en préfecture.", None),
        (1994, "Charte", "La charte est adoptée.", None),
        ("mai 1994", "Congrès", "Sept associations se retrouvent.", "Actes"),
    )


def test_one_command_makes_every_file(small: Path, tmp_path: Path) -> None:
    assert _run("build", small, "--quiet") == 0

    folder = tmp_path / "output" / "petite-frise"
    assert sorted(each.name for each in folder.iterdir()) == [
        "petite-frise-cahier.pdf",
        "petite-frise-impression.pdf",
        "petite-frise-rapport.html",
        "petite-frise.docx",
        "petite-frise.json",
        "petite-frise.pdf",
    ]


def test_the_annual_report_keeps_one_year_in_files_of_their_own(
    small: Path, tmp_path: Path
) -> None:
    assert _run("build", small, "--years", "1994", "--only", "json", "--quiet") == 0

    tree = json.loads((tmp_path / "output/petite-frise/petite-frise-1994.json").read_text())
    assert [each["year"] for each in tree["chapters"]] == [1994]
    assert tree["selection"] == [1994, 1994]


@pytest.mark.parametrize("years", ["1993-1994", "1993–1994", " 1993 - 1994 "])
def test_a_volume_is_asked_for_with_either_dash(years: str, small: Path, tmp_path: Path) -> None:
    assert _run("build", small, "--years", years, "--only", "json", "--quiet") == 0

    assert (tmp_path / "output/petite-frise/petite-frise-1993-1994.json").is_file()


def test_the_json_follows_its_schema(small: Path, tmp_path: Path) -> None:
    assert _run("build", small, "--only", "json", "--quiet") == 0

    schema = json.loads((ROOT / "docs" / "annales-1.schema.json").read_text())
    tree = json.loads((tmp_path / "output/petite-frise/petite-frise.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tree, schema)


def test_the_example_and_the_seed_follow_the_schema(
    example: Path, seed: Path, tmp_path: Path
) -> None:
    schema = json.loads((ROOT / "docs" / "annales-1.schema.json").read_text())
    for workbook in (example, seed):
        assert _run("build", workbook, "--only", "json", "--quiet") == 0
        name = workbook.stem
        tree = json.loads((tmp_path / "output" / name / f"{name}.json").read_text())
        jsonschema.validate(tree, schema)


def test_the_same_input_gives_the_same_bytes_with_and_without_cache(
    small: Path, tmp_path: Path
) -> None:
    folders = [tmp_path / name for name in ("first", "again", "fresh")]
    for folder, extra in zip(folders, ([], [], ["--no-cache", "--jobs", "1"]), strict=True):
        assert _run("build", small, "-o", folder, "--quiet", *extra) == 0

    first, *others = [
        {each.name: each.read_bytes() for each in (folder / "petite-frise").iterdir()}
        for folder in folders
    ]
    for other in others:
        assert [name for name in first if first[name] != other[name]] == []


def _bad_inputs(folder: Path) -> dict[str, tuple[list[str | Path], int, str]]:
    (folder / "texte.xlsx").write_text("ce n’est pas un classeur")
    (folder / "rien.xlsx").write_bytes(b"")
    empty = _workbook(folder / "vide.xlsx")
    no_period = _workbook(folder / "sans.xlsx", ("Nom", "Ville"), ("Anne", "Auch"))
    good = _workbook(folder / "bon.xlsx", ("Période", "Récit"), (1993, "Un fait."))
    (folder / "faux.toml").write_text('[livre]\ntitrre = "x"')
    (folder / "latin.toml").write_bytes("[livre]\ntitre = 'é'".encode("latin-1"))
    (folder / "un-fichier").write_text("")
    return {
        "no such file": (["build", folder / "absent.xlsx"], 3, "absent.xlsx"),
        "a folder": (["build", folder], 3, folder.name),
        "no workbook": (["build", folder / "texte.xlsx"], 3, "texte.xlsx"),
        "empty file": (["build", folder / "rien.xlsx"], 3, "rien.xlsx"),
        "empty workbook": (["build", empty], 3, "vide.xlsx"),
        "no period column": (["build", no_period], 3, "Nom"),
        "wrong settings": (["build", good, "-c", folder / "faux.toml"], 4, "titrre"),
        "settings not UTF-8": (["build", good, "-c", folder / "latin.toml"], 4, "UTF-8"),
        "no settings": (["build", good, "-c", folder / "absent.toml"], 4, "absent.toml"),
        "year without rows": (["build", good, "--years", "1850"], 2, "1993"),
        "not a year": (["build", good, "--years", "l’an dernier"], 2, "1993-1995"),
        "half a span": (["build", good, "--years", "1993-"], 2, "1993-1995"),
        "backwards": (["build", good, "--years", "1995-1993"], 2, "1993-1995"),
        "unknown output": (["build", good, "--only", "epub"], 2, "docx"),
        "output is a file": (["build", good, "-o", folder / "un-fichier"], 5, "un-fichier"),
        "unknown option": (["build", good, "--colour"], 2, "--colour"),
        "nothing to build": (["build"], 2, "CLASSEUR"),
        "unknown command": (["buidl", good], 2, "buidl"),
        "unknown form": (["check", good, "--format", "xml"], 2, "github"),
    }


_CASES = (
    "no such file", "a folder", "no workbook", "empty file", "empty workbook",
    "no period column", "wrong settings", "settings not UTF-8", "no settings",
    "year without rows", "not a year", "half a span", "backwards", "unknown output",
    "output is a file",
    "unknown option", "nothing to build", "unknown command", "unknown form",
)  # fmt: skip


@pytest.mark.parametrize("case", _CASES)
def test_bad_input_ends_in_a_sentence_and_writes_nothing(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, code, named = _bad_inputs(tmp_path)[case]
    before = sorted(tmp_path.iterdir())

    assert _run(*arguments) == code

    message = capsys.readouterr().err.replace("\n", "")
    assert message.startswith("Erreur\N{NO-BREAK SPACE}: ")
    assert named in message
    assert "Traceback" not in message
    assert sorted(each for each in tmp_path.iterdir() if each.name != "cache") == before


@pytest.mark.parametrize(
    "name", [b"a\xffb", b"a\nb", b"a\"'&<b", b"a\x1b[31mb", "é".encode() * 100]
)
def test_any_name_of_a_file_will_do(
    name: bytes, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name + b".xlsx")))  # noqa: PTH118
    small.rename(odd)

    assert _run("build", odd, "--only", "docx,report,json", "--jobs", "1") == 0

    (folder,) = (tmp_path / "output").iterdir()
    assert os.fsencode(folder.name) == name
    assert len(list(folder.iterdir())) == 3
    assert "\x1b" not in capsys.readouterr().out


def test_a_name_too_long_for_its_files_leaves_nothing(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = small.rename(tmp_path / ("x" * 245 + ".xlsx"))

    assert _run("build", long, "--only", "json,report") == 5

    assert "ce nom est trop long" in capsys.readouterr().err
    assert list((tmp_path / "output").iterdir()) == []


def test_a_workbook_whose_name_is_too_long_cannot_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("check", "a" * 300 + ".xlsx") == 3
    assert "lecture impossible (ce nom est trop long)" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "tube.xlsx")

    assert _run("check", tmp_path / "tube.xlsx") == 3
    assert "tube.xlsx" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_an_output_that_is_full_is_said(small: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "check", str(small)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 5
    assert done.stderr.startswith("Erreur")
    assert "le disque est plein" in done.stderr


def test_a_file_that_cannot_be_replaced_brings_the_others_back(tmp_path: Path) -> None:
    names = ["a.pdf", "b.docx", "c.json"]
    write_all(tmp_path, dict.fromkeys(names[:2], b"before"))
    (tmp_path / "c.json").mkdir()

    with pytest.raises(OutputError, match="dossier porte ce nom"):
        write_all(tmp_path, dict.fromkeys(names, b"after"))

    left = {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    assert left == {"a.pdf": b"before", "b.docx": b"before"}


def test_a_file_that_was_not_there_goes_again_where_another_cannot_be_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "b.docx").mkdir()

    with pytest.raises(OutputError):
        write_all(tmp_path, {"a.pdf": b"new", "b.docx": b"new"})

    assert [each.name for each in tmp_path.iterdir()] == ["b.docx"]


def test_a_failed_run_leaves_the_previous_files_as_they_were(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("build", small, "--only", "json", "--quiet") == 0
    folder = tmp_path / "output" / "petite-frise"
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    (folder / "petite-frise-rapport.html").mkdir()
    changed = _workbook(small, ("Période", "Récit"), (1995, "Autre chose."))

    assert _run("build", changed, "--only", "json,report", "--quiet") == 5

    after = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    assert after == before
    assert "petite-frise-rapport.html" in capsys.readouterr().err


def test_strict_says_by_its_exit_code_that_a_person_should_look(tmp_path: Path) -> None:
    clean = _workbook(tmp_path / "a.xlsx", ("Période", "Récit"), (1993, "Un fait simple."))
    doubtful = _workbook(tmp_path / "b.xlsx", ("Période", "Récit"), ("31/04/1993", "Un fait."))

    assert _run("check", clean, "--strict") == 0
    assert _run("check", doubtful) == 0
    assert _run("check", doubtful, "--strict") == 1


def test_strict_does_not_mind_what_is_left_out_by_rule(tmp_path: Path) -> None:
    rows = [(n, 1990 + n, "Un fait simple.") for n in range(1, 6)]
    numbered = _workbook(tmp_path / "a.xlsx", ("N°", "Période", "Récit"), *rows)

    assert _run("check", numbered, "--strict") == 0


@pytest.mark.parametrize("tags", ["<p>", "<br>", "<b></b>", "<p> </p>"])
def test_a_cell_of_tags_alone_stops_no_book(tags: str, tmp_path: Path) -> None:
    rows = [
        ("Année", "Fait", "Récit", "Source"),
        (1901, "Bal", tags, "PV"),
        (1902, "Fête", "x", tags),
    ]
    workbook = _workbook(tmp_path / "a.xlsx", *rows, (1903, tags, "Un récit.", "PV"))

    assert _run("build", workbook, "--only", "json", "--quiet") == 0
    data = json.loads((tmp_path / "output/a/a.json").read_text(encoding="utf-8"))
    told = [each["cell"] for each in data["findings"] if each["code"] == "html-empty"]
    assert [cell.partition("!")[2] for cell in told] == ["C2", "D3", "B4"]


def test_check_writes_nothing_and_speaks_three_forms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = _workbook(tmp_path / "b.xlsx", ("Période", "Récit"), ("31/04/1993", "Un fait."))

    assert _run("check", book) == 0
    assert "31/04/1993" in capsys.readouterr().out
    assert _run("check", book, "--format", "json") == 0
    findings = json.loads(capsys.readouterr().out)
    assert any("31/04/1993" in each["before"] for each in findings)
    assert _run("check", book, "--format", "github") == 0
    assert capsys.readouterr().out.startswith("::")
    assert [each.name for each in tmp_path.iterdir() if each.name != "cache"] == ["b.xlsx"]


def test_init_writes_settings_that_work_and_never_overwrites(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("init", small) == 0
    written = (tmp_path / "annales.toml").read_text(encoding="utf-8")
    assert "Thème" in written
    assert _run("build", small, "--only", "json", "--quiet") == 0

    (tmp_path / "annales.toml").write_text("# à moi\n")
    assert _run("init", small) == 5
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "annales.toml").read_text() == "# à moi\n"
    assert _run("init", small, "--force") == 0
    assert (tmp_path / "annales-avant.toml").read_text() == "# à moi\n"
    assert "annales-avant.toml" in capsys.readouterr().out


def test_to_write_nothing_is_no_order(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("build", small, "--only", "") == 2
    assert "--only" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["petite-frise.xlsx", "ailleurs/reglages"])
def test_init_writes_over_no_workbook(
    small: Path, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = small.read_bytes()

    assert _run("init", small, "-o", tmp_path / name, "--force") == 2
    assert ".toml" in capsys.readouterr().err
    assert small.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.name != "cache"] == [small.name]


def test_settings_of_another_workbook_are_named_with_the_way_out(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("init", small) == 0
    other = _workbook(
        tmp_path / "autre.xlsx", ("Date", "Fait"), (1901, "Un lavoir."), (1902, "Une école.")
    )
    capsys.readouterr()

    assert _run("check", other) == 3
    said = " ".join(capsys.readouterr().err.split())
    assert "annales.toml a été écrit pour « petite-frise.xlsx »" in said
    assert "« annales init autre.xlsx -o autre.toml »" in said
    assert _run("init", other) == 5
    assert "annales init autre.xlsx -o autre.toml" in " ".join(capsys.readouterr().err.split())
    assert _run("init", other, "-o", "autre.toml") == 0
    assert _run("build", other, "-c", "autre.toml", "--only", "json") == 0
    assert "petite-frise" not in capsys.readouterr().out


def test_settings_of_another_workbook_that_fit_are_said_too(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("init", small) == 0
    twin = tmp_path / "copie.xlsx"
    twin.write_bytes(small.read_bytes())
    capsys.readouterr()

    assert _run("build", twin, "--only", "json") == 0
    assert "petite-frise.xlsx" in capsys.readouterr().out


def test_help_is_french(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["build"], ["check"], ["init"]):
        assert _run(*command, "--help") == 0
        shown = capsys.readouterr().out
        assert shown.startswith("Emploi\N{NO-BREAK SPACE}: annales")
        assert shown.endswith("\n")
        english = r"Usage|Show|commands?\b|default|required|bool|path|integer|range|<|\{"
        assert re.findall(english, shown, re.IGNORECASE) == []
        assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    "wrong",
    [["--jobs", "deux"], ["--jobs", "-1"], ["--only"], ["--years"], ["a.xlsx", "b.xlsx"], ["-x"]],
    ids=" ".join,
)
def test_wrong_usage_is_said_in_french(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("build", "frise.xlsx", *wrong) == 2

    message = capsys.readouterr().err
    assert wrong[-1] in message or wrong[0] in message
    assert re.findall("[Uu]sage|[Ii]nvalid|argument |[Gg]ot|[Tt]ry|requires", message) == []


def test_without_a_terminal_nothing_but_results_is_printed(small: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "build", str(small), "--only", "json"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=ENVIRONMENT,
        text=True,
    )

    lines = done.stdout.splitlines()
    assert lines[0].endswith("petite-frise.json")
    assert "\x1b" not in done.stdout
    assert "« annales check »" in lines[1].replace("\N{NO-BREAK SPACE}", " ")
    assert len(lines) == 2
    assert done.stderr == ""


def test_a_title_made_from_the_file_name_is_said(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = "Titre\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}Petite frise\N{NO-BREAK SPACE}», d’après"

    assert _run("build", small, "--only", "docx") == 0
    assert made in capsys.readouterr().out

    (tmp_path / "annales.toml").write_text('[livre]\ntitre = "Chronique"\n', encoding="utf-8")
    assert _run("build", small, "--only", "docx") == 0
    assert "Titre" not in capsys.readouterr().out


def test_what_was_not_made_is_not_spoken_of(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("build", small, "--only", "print") == 0
    assert "Archives" not in capsys.readouterr().out
    assert _run("build", small, "--only", "pdf") == 0
    assert "Archives" in capsys.readouterr().out


def test_check_and_build_count_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = _workbook(
        tmp_path / "signes.xlsx", ("Date", "Récit"), (1993, "Un 😀 et un 中."), (1994, "Rien.")
    )

    assert _run("check", book, "--format", "json") == 0
    checked = json.loads(capsys.readouterr().out)
    assert _run("build", book, "--only", "pdf,json", "--verbose") == 0
    built = json.loads((tmp_path / "output/signes/signes.json").read_text(encoding="utf-8"))
    shown = capsys.readouterr().out

    assert len(checked) == len(built["findings"]) == 2
    assert "Sheet!B2\N{NO-BREAK SPACE}: Les polices" in shown
    note = " ".join(str(each.text) for each in work_of(book).booklet.note)
    assert "2\N{NO-BREAK SPACE}points restent à vérifier" in note
