"""A large hearing bundle beside the bare work it cannot do without: `make bench-bundle`.

60 files and 1,002 pages lie on disk as uploads do, their page facts taken as at upload. In one run, each in a process
of its own: ours (assembly, index, numbers, links, bookmarks, tags, final check) and bare pikepdf (open, merge, print
one number a page, save). Then twenty bundles in one process, to see that memory does not grow with their number.
"""

import io
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from multiprocessing.queues import Queue
from pathlib import Path

from pikepdf import Dictionary, ObjectStreamMode, Pdf

from documents.bundle import BundleDocument, BundleSpec, Section, Shelf, write_bundle
from documents.bundle.sources import open_source
from documents.bundle.stamp import Stamper
from tests.documents.bundle.samples import A4, bundle_of, form, helvetica, linked, saved, scan

DOCUMENTS = 60
PAGES = (6, 10, 1, 20, 20, 28, 1, 31, 3, 47)
LINES = 50
MOST_SECONDS, MOST_MB, MOST_TIMES = 2.5, 250, 1.5
ROUNDS = 5
MANY, SMALL = 20, 12

# Seconds on the clock, seconds of the processor, peak resident MB, and what was made, in words.
Measured = tuple[float, float, int, str]


def typed(pages: int, size: tuple[float, float] = A4, degrees: int = 0) -> bytes:
    """Full pages of typing, like a rent statement."""
    pdf = Pdf.new()
    lines = " ".join(
        f"({n:02d} March 2026 rent charged 123.45 paid 67.89 balance 1,234.56) Tj T*" for n in range(LINES)
    )
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=helvetica(pdf)))
        page.obj.Contents = pdf.make_stream(f"BT /F1 9 Tf 10 TL 50 {size[1] - 50} Td {lines} ET".encode())
        page.obj.Rotate = degrees
    return saved(pdf)


def scanned(pages: int) -> bytes:
    """Pictures that do not compress, about 1 MB a page."""
    noise = random.Random(pages)
    pdf = Pdf.new()
    for _ in range(pages):
        with Pdf.open(io.BytesIO(scan(dpi=100))) as page:
            image = page.pages[0].Resources.XObject.Im
            image.write(noise.randbytes(int(image.Width) * int(image.Height)))
            pdf.add_pages_from(page)
    return saved(pdf)


def sample(number: int) -> bytes:
    pages = PAGES[number % len(PAGES)]
    match number % len(PAGES):
        case 0:
            return scanned(pages)
        case 2:
            return form()
        case 4:
            return typed(pages, (842, 595))
        case 5:
            return typed(pages, degrees=180)
        case 8:
            return linked()
        case _:
            return typed(pages)


def laid_out(folder: Path) -> None:
    """The sixty files and the facts of their pages, as uploads leave them."""
    shelf = Shelf(folder / "facts")
    for number in range(DOCUMENTS):
        path = folder / f"{number:02d}.pdf"
        path.write_bytes(sample(number))
        open_source(document(folder, number), shelf).pdf.close()


def document(folder: Path, number: int) -> BundleDocument:
    photograph = number % len(PAGES) == 0
    return BundleDocument(
        f"Document {number + 1}", date(2026, 3, 3), path=folder / f"{number:02d}.pdf", photograph=photograph
    )


def spec_of(folder: Path, documents: int = DOCUMENTS) -> BundleSpec:
    sections = []
    for part, letter in enumerate("ABCD"):
        numbers = range(part * documents // 4, (part + 1) * documents // 4)
        sections.append(Section(letter, f"Part {letter}", tuple(document(folder, n) for n in numbers)))
    return bundle_of(sections=tuple(sections), chronology=(), largest_mb=100)


def ours(folder: Path) -> str:
    made = write_bundle(spec_of(folder), folder, shelf=Shelf(folder / "facts"))
    failed = ", ".join(point.code for point in made.failed) or "nothing"
    return f"{made.pages} pages, {made.volumes[0].size / 1e6:.1f} MB, fails: {failed}"


def bare(folder: Path) -> str:
    with Pdf.new() as pdf:
        for number in range(DOCUMENTS):
            with Pdf.open(folder / f"{number:02d}.pdf") as part:
                if "/AcroForm" in part.Root:
                    part.generate_appearance_streams()
                    part.flatten_annotations("print")
                pdf.add_pages_from(part, forms="strip")
        stamper = Stamper(pdf)
        for number, page in enumerate(pdf.pages, 1):
            stamper.stamp(page, number)
        pdf.save(folder / "bare.pdf", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        return f"{len(pdf.pages)} pages, {(folder / 'bare.pdf').stat().st_size / 1e6:.1f} MB"


def many(folder: Path) -> str:
    """Resident memory, in MB, after each of twenty bundles in one process."""
    sizes = []
    for _ in range(MANY):
        write_bundle(spec_of(folder, SMALL), folder, shelf=Shelf(folder / "facts"))
        sizes.append(resident_mb())
    return f"after 3: {sizes[2]:.0f} MB, after {MANY}: {sizes[-1]:.0f} MB"


def resident_mb() -> float:
    """What the process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1_000_000


def _measured(work: Callable[[Path], str], folder: Path, told: "Queue[Measured]") -> None:
    start, worked = time.perf_counter(), time.process_time()
    said = work(folder)
    taken, busy = time.perf_counter() - start, time.process_time() - worked
    told.put((taken, busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, said))


def measured(work: Callable[[Path], str], folder: Path) -> Measured:
    """One piece of work in a fresh process."""
    apart = multiprocessing.get_context("spawn")
    told: Queue[Measured] = apart.Queue()
    process = apart.Process(target=_measured, args=(work, folder, told))
    process.start()
    found = told.get()
    process.join()
    return found


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="duecourse-bench-") as name:
        folder = Path(name)
        laid_out(folder)
        seconds: dict[str, float] = {}
        worked: dict[str, float] = {}
        peaks: dict[str, int] = {}
        for work in (bare, ours) * ROUNDS:
            taken, busy, peak, said = measured(work, folder)
            label = work.__name__
            print(f"{label:5} {taken:5.2f} s  processor {busy:5.2f} s  peak {peak:4d} MB  {said}")
            seconds[label] = min(taken, seconds.get(label, taken))
            worked[label] = min(busy, worked.get(label, busy))
            peaks[label] = max(peak, peaks.get(label, 0))
        times = seconds["ours"] / seconds["bare"]
        busier = worked["ours"] / worked["bare"]
        print(
            f"best of {ROUNDS}: bare {seconds['bare']:.2f} s, ours {seconds['ours']:.2f} s = {times:.2f} times", end=""
        )
        print(f"; of the processor alone {worked['bare']:.2f} s and {worked['ours']:.2f} s = {busier:.2f} times")
        print(f"{MANY} bundles of {SMALL} files:", measured(many, folder)[3])
        return int(seconds["ours"] > MOST_SECONDS or peaks["ours"] > MOST_MB or times > MOST_TIMES)


if __name__ == "__main__":
    sys.exit(main())
