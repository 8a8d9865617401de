"""A housing-system export of one made-up tenancy."""

from pathlib import Path

EXPORT = {
    "tenancies.csv": "tenancy_ref,occupancy_type,is_social_housing,landlord,address_line_1,town,postcode,country,"
    "start_date,fixed_term_end,period_unit,period_anchor,weeks_charged_a_year,rent_pence,service_charge_pence,patch,officer,end_date\n"
    "T1,secure,true,Sample Borough Council,1 Made Up Road,London,E3 3SU,England,2021-09-02,,week,2021-09-06,52,10000,0,"
    "Central,officer.a,\n",
}


def write_export(folder: Path) -> Path:
    """Write it into a new folder; returns the folder."""
    folder.mkdir()
    for name, text in EXPORT.items():
        (folder / name).write_text(text)
    return folder
