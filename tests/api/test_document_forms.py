"""The form that says better what a document is: what it proves can be changed there and taken away, as over the API."""

from api.pages.forms import read_command
from api.pages.forms.documents import DOCUMENTS
from api.pages.forms.fields import Seen
from cases.commands import ChangeDocument
from cases.document_kinds import DocumentKind
from cases.on_file import proved_by
from tests.cases.road import secure_road
from tests.cases.test_documents import with_one

FORM = DOCUMENTS["change_document"]
(PROOF,) = [field for field in FORM.fields if field.name == "evidences"]


def test_a_proof_recorded_by_mistake_is_taken_away_by_the_form() -> None:
    road = with_one(secure_road().to_served_notice(), DocumentKind.PROOF_OF_SERVICE, evidences="N1")
    assert [d.id for d in proved_by(road.case, "N1")] == ["U1"]
    seen = Seen(state=road.case, subject="U1", today=road.day, tenants={}, officers=[])
    (nothing,) = [value for value, label in PROOF.options(seen) if label.startswith("Of nothing")]
    command, problems = read_command("change_document", FORM, "U1", {"evidences": [nothing]})
    assert (command, problems) == ({"kind": "change_document", "document_id": "U1", "evidences": ""}, ())
    road.do(ChangeDocument.model_validate(command))
    assert road.case.documents[0].evidences == ""
    assert proved_by(road.case, "N1") == ()
    seen = Seen(state=road.case, subject="U1", today=road.day, tenants={}, officers=[])
    assert not [label for _, label in PROOF.options(seen) if label.startswith("Of nothing")]


def test_a_field_left_empty_leaves_the_proof_as_it_is() -> None:
    command, _ = read_command("change_document", FORM, "U1", {"evidences": [""], "in_bundle": ["no"]})
    assert command == {"kind": "change_document", "document_id": "U1", "in_bundle": False}
