"""How far work on a paper has come, for the page of somebody who waits. Nothing of the case is in it.

Kept as small files beside the file store: any process may write and read them, and they may be lost at any time.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `of` steps; `what` is being done, in words."""

    done: int
    of: int
    what: str

    @property
    def percent(self) -> int:
        """From 0 to 100."""
        return 100 * self.done // max(1, self.of)


class ProgressBoard:
    """Progress by a key that names the work, such as case and paper."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def _path(self, key: str) -> Path:
        return self._root / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"

    def tell(self, key: str, progress: Progress) -> None:
        """Write how far the work has come."""
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._path(key)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps([progress.done, progress.of, progress.what]), "utf-8")
        os.replace(fresh, path)

    def read(self, key: str) -> Progress | None:
        """How far the work has come; None where nothing is known."""
        try:
            done, of, what = json.loads(self._path(key).read_text("utf-8"))
            return Progress(int(done), int(of), str(what))
        except (OSError, ValueError, TypeError):
            return None

    def over(self, key: str) -> None:
        """Forget the work."""
        self._path(key).unlink(missing_ok=True)
