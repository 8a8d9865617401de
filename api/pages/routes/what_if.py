"""The rest of one case's road on a page, under what is chosen to be taken for granted. No case is touched."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.pages.render import page
from api.pages.routes.case import frame
from api.rest.what_if import Assumed, walked
from api.security.people import STAFF, User, allow
from api.web import TheWeb

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
OUTCOMES = (("outright", "An outright order"), ("suspended", "A suspended order"), ("dismissed", "It is dismissed"))
PAYS = (("nothing", "Nothing more is paid"), ("rent", "The current rent, and nothing off the debt"))


@router.get("/cases/{case_id}/what-if")
async def read(case_id: str, request: Request, web: TheWeb, user: Staff, assumed: Assumed) -> Response:
    """The assumptions as a form, and the road under them by date."""
    _, shown = await frame(web, user, case_id)
    coming = await walked(web, user, case_id, assumed)
    return page(
        request, "case_what_if.html", user, **shown, assumed=assumed, coming=coming, outcomes=OUTCOMES, pays=PAYS
    )
