"""Every setting there is, in one place: read from the environment as `DUECOURSE_<NAME>`, nowhere else.

`load()` is what programs call. It makes the data folder and the two secrets on the first embedded run, and in
production refuses to start while a secret is missing or is plainly not one.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "DUECOURSE_"
KEY_BYTES = 32
SECRET_MIN_CHARACTERS = 32


class SettingsProblem(Exception):
    """A setting that the program cannot start with; the text names the setting and the mend."""


class Settings(BaseSettings):
    """The settings, by their names without the prefix. Durations are days or seconds as each field says."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    environment: Literal["embedded", "production"] = Field(
        "embedded", description="embedded: one machine, secrets made on the first run; production: nothing is made up."
    )
    data_dir: Path = Field(Path("data"), description="The folder of everything that is kept on this machine.")
    database_url: str = Field("", description="SQLAlchemy async URL; empty means SQLite in the data folder.")
    files_root: str = Field("", description="Where papers and uploads lie; empty means `files` in the data folder.")

    temporal_address: str = Field("", description="host:port of the workflow engine; empty means one run from here.")
    temporal_namespace: str = Field("duecourse", description="The Temporal namespace that holds the cases.")
    temporal_retention_days: int = Field(
        90, ge=1, le=36_500, description="Days that closed runs stay readable in Temporal; the legal record is in SQL."
    )
    temporal_bin: str = Field("", description="The Temporal server program; empty means the one installed beside us.")
    temporal_port: int = Field(17233, ge=1, le=65_535, description="Port of the workflow engine run from here.")
    temporal_ui: bool = Field(False, description="Also serve the workflow engine's own page (for support staff).")
    temporal_ui_port: int = Field(18233, ge=1, le=65_535, description="Port of that page.")

    web_host: str = Field("127.0.0.1", description="The address that the page and the API listen on.")
    web_port: int = Field(8080, ge=1, le=65_535, description="The port that the page and the API listen on.")

    trusted_proxies: str = Field(
        "",
        description="Addresses or networks of the TLS proxies in front, with commas: their word on where a request "
        "comes from is believed. Empty means none.",
    )

    encryption_keys: SecretStr = Field(
        SecretStr(""),
        description="Ring of payload keys, `id:base64,id:base64`, 32 bytes each. The first encrypts; all decrypt.",
    )
    session_secret: SecretStr = Field(SecretStr(""), description="Signs the sign-in cookie; 32 characters or more.")

    sample: Literal["auto", "yes", "no"] = Field(
        "auto", description="Load the made-up sample landlord: auto means on the first embedded run only."
    )
    sample_dir: Path = Field(Path("sample"), description="The folder of the sample housing-system export.")
    sample_cases: bool = Field(True, description="Open made-up cases of every stage for a sample landlord that is new.")
    converter: Literal["builtin", "libreoffice"] = Field(
        "builtin",
        description="What turns our papers into PDF: builtin needs nothing more; libreoffice is slower, for templates "
        "of a landlord's own that the builtin one cannot draw. Uploaded Word files, and papers with names that builtin "
        "would misspell, always go through LibreOffice.",
    )
    upload_largest_mb: int = Field(
        50, ge=1, le=500, description="The largest document that is taken in, in MB of 1,000,000 bytes."
    )
    upload_most_pages: int = Field(1_000, ge=1, le=10_000, description="The most pages that a document may have.")
    upload_ocr: bool = Field(
        False,
        description="Have pages without text read by `ocrmypdf`, where it is installed; otherwise they are flagged.",
    )
    upload_scanner: str = Field(
        "",
        description="The virus scanner that is asked about every document that people send: a command line that is "
        "given the file and ends with 0 for clean, 1 for a virus; or clamd:/path/of/socket, clamd:host:port. Empty "
        "means none.",
    )
    staged_days: int = Field(
        30, ge=1, le=3_650, description="Days that words and files of an act that was refused or never came are kept."
    )

    draft_days: int = Field(
        30, ge=1, le=3_650, description="Days that a form is kept that somebody has begun and not saved again."
    )

    smtp_host: str = Field("", description="The mail server for daily digests; empty means they are only shown.")
    smtp_port: int = Field(587, ge=1, le=65_535, description="The mail server's port.")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How the way to the mail server is kept private: none only within one machine."
    )
    smtp_username: str = Field("", description="Whom to sign in as at the mail server; empty means nobody.")
    smtp_password: SecretStr = Field(SecretStr(""), description="The password for that.")
    mail_from: str = Field("", description="The address that digests come from.")
    public_url: str = Field("", description="Where people open the page, for links in mail; empty means this machine.")

    worker_build: str = Field(
        "",
        pattern=r"^[A-Za-z0-9_-]*$",
        description="The version of the worker, where several run side by side: a case stays on the version it began a "
        "run on. Empty means one version, on which every case goes on at once.",
    )
    worker_versioning: Literal["pinned", "auto_upgrade"] = Field(
        "pinned",
        description="With a version: pinned cases change to the current one at a quiet moment, in a new run; "
        "auto_upgrade lets them change in the middle of one.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="The quietest level shown.")

    @property
    def database(self) -> str:
        """The database URL in use."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'duecourse.sqlite3'}"

    @property
    def temporal_target(self) -> str:
        """host:port of the workflow engine in use."""
        return self.temporal_address or f"127.0.0.1:{self.temporal_port}"

    @property
    def runs_own_temporal(self) -> bool:
        """Whether `duecourse run` starts the workflow engine itself."""
        return not self.temporal_address

    @property
    def temporal_program(self) -> Path:
        """The Temporal server program; by default the one in this Python's own folder."""
        return Path(self.temporal_bin) if self.temporal_bin else Path(sys.executable).parent / "temporal"

    @property
    def files(self) -> str:
        """The folder or URL of the file store in use."""
        return self.files_root or str(self.data_dir / "files")

    @property
    def web_url(self) -> str:
        """Where a person on this machine opens the page."""
        host = "127.0.0.1" if self.web_host in ("0.0.0.0", "::") else self.web_host
        return f"http://{host}:{self.web_port}"

    @property
    def public_address(self) -> str:
        """Where people open the page, without a slash at its end."""
        return (self.public_url or self.web_url).rstrip("/")

    def key_ring(self) -> dict[str, bytes]:
        """Key id to key, the encrypting key first. Raises SettingsProblem if the ring cannot be read."""
        return parse_key_ring(self.encryption_keys.get_secret_value())


def parse_key_ring(text: str) -> dict[str, bytes]:
    """Read `id:base64,id:base64` into a dict whose first entry encrypts; raises SettingsProblem."""
    ring: dict[str, bytes] = {}
    for item in filter(None, (part.strip() for part in text.split(","))):
        key_id, _, encoded = item.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            key = b""
        if not key_id or len(key) != KEY_BYTES or len(set(key)) < KEY_BYTES // 4:
            raise SettingsProblem(
                f"{PREFIX}ENCRYPTION_KEYS: key '{key_id}' is not 32 random bytes in base64; "
                "`duecourse secrets` prints a good one"
            )
        if key_id in ring:
            raise SettingsProblem(f"{PREFIX}ENCRYPTION_KEYS: the key id '{key_id}' is used twice")
        ring[key_id] = key
    if not ring:
        raise SettingsProblem(f"{PREFIX}ENCRYPTION_KEYS is not set; `duecourse secrets` prints a good one")
    return ring


def new_key(key_id: str = "k1") -> str:
    """A new ring entry, `id:base64`."""
    return f"{key_id}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"


def new_session_secret() -> str:
    """A new secret for the sign-in cookie."""
    return secrets.token_urlsafe(48)


def load(**overrides: Any) -> Settings:
    """The settings to run with: paths absolute, data folder made, secrets present and checked.

    Raises SettingsProblem where the program must not start.
    """
    given = Settings(**overrides)
    found: dict[str, Any] = {name: getattr(given, name).expanduser().absolute() for name in ("data_dir", "sample_dir")}
    folder: Path = found["data_dir"]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if given.environment == "embedded":
        for name, make in (("encryption_keys", new_key), ("session_secret", new_session_secret)):
            if not getattr(given, name).get_secret_value():
                found[name] = SecretStr(_kept_secret(folder / name, make))
    settings = given.model_copy(update=found)
    _check(settings)
    return settings


def _kept_secret(path: Path, make: Callable[[], str]) -> str:
    """The secret kept in `path`, made on the first run and readable by its owner only, whoever loosened that since.

    Written aside and linked into place, so that two programs that start together agree on one secret.
    """
    if not path.exists():
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make() + "\n")
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return path.read_text("ascii").strip()


def _check(settings: Settings) -> None:
    settings.key_ring()
    secret = settings.session_secret.get_secret_value()
    if len(secret) < SECRET_MIN_CHARACTERS or len(set(secret)) < 12:
        raise SettingsProblem(
            f"{PREFIX}SESSION_SECRET must be {SECRET_MIN_CHARACTERS} random characters or more; "
            "`duecourse secrets` prints a good one"
        )
    if settings.converter == "libreoffice":
        from documents.soffice import LibreOfficeConverter

        if not LibreOfficeConverter.there():
            raise SettingsProblem(
                f"{PREFIX}CONVERTER is libreoffice, and there is no `soffice` on this machine: install LibreOffice "
                "Writer, or leave the setting out"
            )
    if settings.upload_scanner:
        from documents.uploads.scan import BadScanner, Scanner

        try:
            Scanner(settings.upload_scanner)
        except BadScanner as problem:
            raise SettingsProblem(f"{PREFIX}UPLOAD_SCANNER: {problem}") from None
    if settings.smtp_host and not re.fullmatch(r"[^\s@<>]+@[A-Za-z0-9.-]+", settings.mail_from):
        raise SettingsProblem(f"{PREFIX}MAIL_FROM must be an address, like duecourse@example.org, to send mail")
    if settings.smtp_username and settings.smtp_security == "none":
        raise SettingsProblem(f"{PREFIX}SMTP_SECURITY must be starttls or tls: a password is not sent in the open")
    if settings.environment == "production":
        for name in ("database_url", "temporal_address"):
            if not getattr(settings, name):
                raise SettingsProblem(f"{PREFIX}{name.upper()} must be set in production")
        if settings.sample == "yes":
            raise SettingsProblem(f"{PREFIX}SAMPLE must not be 'yes' in production: it is made-up data")
