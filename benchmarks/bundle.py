"""How long a large hearing bundle takes: 60 documents, about 1,000 pages. Run: python -m benchmarks.bundle"""

import io
import random
import resource
import time
from datetime import date

from pikepdf import Dictionary, Pdf

from documents.bundle import BundleDocument, BundleSpec, Section, build_bundle, plan_pages
from tests.documents.bundle.samples import A4, bundle_of, form, helvetica, linked, saved, scan

DOCUMENTS = 60
PAGES = (6, 10, 2, 16, 20, 24, 1, 30, 3, 38)
LINES = 50


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


def sample_spec() -> BundleSpec:
    titles = "ABCD"
    sections = []
    for part, letter_of in enumerate(titles):
        numbers = range(part * DOCUMENTS // 4, (part + 1) * DOCUMENTS // 4)
        documents = tuple(BundleDocument(f"Document {n + 1}", date(2026, 3, 3), sample(n)) for n in numbers)
        sections.append(Section(letter_of, f"Part {letter_of}", documents))
    return bundle_of(sections=tuple(sections), chronology=())


def peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    spec = sample_spec()
    before = peak_mb()
    start = time.perf_counter()
    plan_pages(spec)
    planned = time.perf_counter()
    bundle = build_bundle(spec)
    built = time.perf_counter()
    size = len(bundle.pdf) / 1_000_000
    print(f"{DOCUMENTS} documents, {bundle.pages} pages, {size:.1f} MB; inputs held: {before} MB")
    print(f"plan  {planned - start:6.2f} s")
    print(f"build {built - planned:6.2f} s, inspection included; peak {peak_mb()} MB")
    print("inspection:", "passed" if bundle.report.passed else ", ".join(p.code for p in bundle.report.failed))


if __name__ == "__main__":
    main()
