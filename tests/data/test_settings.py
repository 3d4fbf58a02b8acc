"""Settings: what a person chose, and plain words for what cannot be used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.settings import Look, Settings, read_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_the_screen_is_dark(file: Path) -> None:
    assert read_settings(file) == Settings(Look.DARK)


@pytest.mark.parametrize("look", Look)
def test_the_look_is_what_was_chosen(file: Path, look: Look) -> None:
    file.write_text(f'tema = "{look}"\n', encoding="utf-8")
    assert read_settings(file) == Settings(look)


def test_the_profile_is_what_was_chosen_and_none_without_a_word(file: Path) -> None:
    assert read_settings(file).profile == ""
    file.write_text('profil = "kafjord"\n', encoding="utf-8")
    assert read_settings(file).profile == "kafjord"


def test_the_screen_is_hidden_after_the_minutes_that_were_chosen(file: Path) -> None:
    file.write_text("skjul_skjermen_etter = 5\n", encoding="utf-8")
    assert read_settings(file) == Settings(hide_after=5)


def test_an_empty_file_sets_nothing(file: Path) -> None:
    file.write_text("# ingenting ennå\n", encoding="utf-8")
    assert read_settings(file) == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('tema = "lilla"', "linje 1: tema: Der står «lilla», men det skulle vært en av mørkt, lyst"),
        ("tema = 3", "linje 1: tema: Der står «3», men det skulle vært en av mørkt, lyst, terminalens"),
        ('tena = "lyst"', "linje 1: tena: Der står «tena», men det skulle vært en av nøklene tema, profil"),
        ("skjul_skjermen_etter = true", "skjul_skjermen_etter: Der står true, men det skulle vært et helt"),
        ("tema = lyst", "linje 1: tema: Der står «lyst», men det skulle vært en tekst i"),
        ("tema = 'lyst\x9b'".encode("latin-1"), "Filen er ikke skrevet i UTF-8"),
    ],
)
def test_a_mistake_is_told_with_file_key_and_what_was_expected(
    file: Path, text: str | bytes, told: str
) -> None:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings = read_settings(file)
    assert settings.look is Look.DARK
    assert settings.mistake.startswith(str(file))
    assert told in settings.mistake


def test_a_mistake_in_one_key_leaves_the_others(file: Path) -> None:
    file.write_text('tema = "lyst"\nfarge = "lilla"\n', encoding="utf-8")
    settings = read_settings(file)
    assert settings.look is Look.LIGHT
    assert "farge" in settings.mistake


def test_a_folder_in_the_files_place_is_told(file: Path) -> None:
    file.mkdir()
    assert "Filen kan ikke leses" in read_settings(file).mistake


def test_without_a_file_nothing_is_loaded_to_read_it(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from data.settings import read_settings;"
        f"read_settings(Path({str(file)!r}));"
        "print(*(name for name in ('tomllib', 'msgspec') if name in sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).split() == []
