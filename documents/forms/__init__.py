"""Official fillable PDFs of court forms, where a landlord has installed them: checked, filled, made flat."""

from documents.forms.check import FormReport, check_form
from documents.forms.fill import Filled, fill_form
from documents.forms.installed import Installed, InstalledForm
from documents.forms.mapping import Mapping, mapping_of, parse_mapping
from documents.forms.problems import FormRefused

__all__ = [
    "Filled",
    "FormRefused",
    "FormReport",
    "Installed",
    "InstalledForm",
    "Mapping",
    "check_form",
    "fill_form",
    "mapping_of",
    "parse_mapping",
]
