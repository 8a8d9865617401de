"""A housing-system export of one made-up tenancy, with a tenant and rent that was not paid."""

from datetime import date, timedelta
from pathlib import Path

WEEKS_UNPAID = 20

EXPORT = {
    "tenancies.csv": "tenancy_ref,occupancy_type,is_social_housing,landlord,address_line_1,town,postcode,country,"
    "start_date,fixed_term_end,period_unit,period_anchor,weeks_charged_a_year,rent_pence,service_charge_pence,patch,officer,end_date\n"
    "T1,secure,true,Sample Borough Council,1 Made Up Road,London,E3 3SU,England,2021-09-02,,week,2021-09-06,52,10000,0,"
    "Central,officer.a,\n",
    "people.csv": "tenancy_ref,role,title,first_name,last_name,date_of_birth,email,phone,preferred_contact,"
    "vulnerability_note,interpreter_language,benefit\n"
    "T1,tenant,Mx,Alex,Sample,1980-01-01,,01632 960111,email,,,none\n",
    "postings.csv": "tenancy_ref,posted_on,kind,due_pence,paid_pence,source,narrative\n"
    + "".join(
        f"T1,{date(2021, 9, 6) + timedelta(weeks=week)},rent,10000,0,,Rent charge\n" for week in range(WEEKS_UNPAID)
    ),
}


def write_export(folder: Path) -> Path:
    """Write it into a new folder; returns the folder."""
    folder.mkdir()
    for name, text in EXPORT.items():
        (folder / name).write_text(text)
    return folder
