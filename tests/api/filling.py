"""A form of a page as a browser would fill it in and send it: every control, by its name."""

from html.parser import HTMLParser

TYPED = 'Half "typed" <b>&amp; left'


class Controls(HTMLParser):
    """The controls of the form that can be saved for later: `held` is what it would send, `offered` all it offers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.held: dict[str, list[str]] = {}
        self.offered: dict[str, list[str]] = {}
        self.free: set[str] = set()
        self.later = ""
        self._select = self._area = ""
        start = page.rfind("<form", 0, page.find("Save and come back later"))
        self.feed(page[start : page.find("</form>", start)])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        name, value = has.get("name", ""), has.get("value", "")
        if tag == "button" and "formaction" in has:
            self.later = has["formaction"]
        elif tag == "textarea":
            self._area = name
            self.free.add(name)
            self.held[name] = [""]
        elif tag == "select":
            self._select = name
            self.held[name] = [""]
        elif tag == "option" and self._select:
            self.offered.setdefault(self._select, []).append(value)
            if "selected" in has:
                self.held[self._select] = [value]
        elif tag == "input" and has.get("type") in ("radio", "checkbox"):
            self.offered.setdefault(name, []).append(value)
            if "checked" in has:
                self.held.setdefault(name, []).append(value)
        elif tag == "input" and has.get("type") == "text":
            self.free.add(name)
            self.held[name] = [value]
        elif tag == "input" and has.get("type") == "hidden":
            self.held[name] = [value]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.held[self._area] = [self.held[self._area][0] + data]

    def filled(self) -> dict[str, list[str]]:
        """What is sent when every text is half typed and the last of every choice is taken."""
        chosen = {name: values[-1:] for name, values in self.offered.items()}
        return self.held | chosen | {name: [TYPED] for name in self.free}
