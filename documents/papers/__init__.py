"""Court papers: one input (`data.PaperData`), one way to make a paper (`render.render`)."""
