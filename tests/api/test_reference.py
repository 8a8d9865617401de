"""The API's written reference is what its commands say."""

from pathlib import Path

from api.reference import document

PAGE = Path(__file__).parents[2] / "docs" / "api.md"


def test_the_api_page_is_made_from_the_commands() -> None:
    assert PAGE.read_text("utf-8") == document(), "run `python -m api.reference > docs/api.md`"
