import unittest

import bodies_voice
import starter_voice

NAMES = {"district:E08000035": "Leeds", "police_force:E23000013": "Cleveland", "police_force:W15000002": "Gwent"}


def row(**cells):
    """A row of the source table."""
    base = {
        "id": "VW999", "organisation": "Changing Lives", "kind": "women's centre", "area_name": "Leeds",
        "area_kind": "local_authority", "area_code": "E08000035", "commissioner_or_funder": "",
        "capacity_note": "", "start": "", "end": "", "status": "live", "statement": "A centre.",
        "source_title": "Page", "source_url": "https://www.bbc.co.uk/news", "source_date": "", "confidence": "high",
    }
    return {**base, **cells}


SUBCONTRACTOR = row(
    organisation="A Way Out", area_kind="police_force_area", area_code="E23000013", area_name="Cleveland",
    statement="Named subcontractor to Changing Lives in commissioned women's services for this police area.",
    source_title="CRS contract register, commit 6cc17e91, PRJ_5764",
)


class Offers(unittest.TestCase):
    def test_kind_gives_the_offer(self):
        self.assertEqual(starter_voice.offers(row(kind="women's hub")), ["womens_centre"])

    def test_a_care_navigator_is_reconnect_only_where_the_text_says_so(self):
        navigator = row(kind="care navigator", statement="RECONNECT offers gate meetings.")
        self.assertEqual(starter_voice.offers(navigator), ["care_navigator", "reconnect"])
        self.assertEqual(starter_voice.offers(row(kind="care navigator")), ["care_navigator"])

    def test_womens_mhtr_of_london(self):
        mhtr = row(id="VW082", kind="women's diversion")
        self.assertEqual(starter_voice.offers(mhtr), ["mhtr_primary_care"])
        self.assertEqual(starter_voice.cohort(mhtr), "women")
        self.assertEqual(starter_voice.intensity(["mhtr_primary_care"]), "treatment")


class Contracts(unittest.TestCase):
    def test_a_subcontractor_stands_under_its_prime(self):
        self.assertEqual(starter_voice.offers(SUBCONTRACTOR), ["womens_centre", "womens_services"])
        self.assertEqual(starter_voice.deliverers(SUBCONTRACTOR), (("Changing Lives",), ("A Way Out",)))
        self.assertEqual(starter_voice.part_of(SUBCONTRACTOR), "PRJ_5764")

    def test_a_welsh_contract_is_told_by_its_police_area(self):
        gwent = row(area_code="W15000002", source_title="CRS contract register, commit 6cc17e91, PRJ_12498")
        self.assertEqual(starter_voice.part_of(gwent), "PRJ_12498_GWENT")

    def test_a_prime_has_no_subcontractor(self):
        prime = {**SUBCONTRACTOR, "organisation": "The Nelson Trust", "statement": "Prime provider."}
        self.assertEqual(starter_voice.deliverers(prime), (("The Nelson Trust",), ()))


class Status(unittest.TestCase):
    def test_a_network_or_a_refusal_is_not_provision(self):
        for key in ("VW022", "VW038", "VW114"):
            self.assertEqual(starter_voice.status(row(id=key)), "not_provision")

    def test_reach_is_a_lead_and_no_coverage(self):
        self.assertEqual(starter_voice.status(row(id="VW092")), "unclear")
        self.assertEqual(starter_voice.status(row(id="VW087", status="ended")), "unclear")
        self.assertEqual(starter_voice.status(row()), "live")

    def test_the_exceptions_do_not_overlap(self):
        self.assertFalse(set(starter_voice.NOT_PROVISION) & set(starter_voice.REACH_NOT_COVERAGE))


class Cells(unittest.TestCase):
    def test_titles_are_made_by_rule(self):
        self.assertEqual(starter_voice.title(row(), "Leeds"), "Women's centre or hub, Leeds")
        self.assertEqual(starter_voice.title(SUBCONTRACTOR, "Cleveland"), "Women's centre in CRS women's services, Cleveland")
        refused = row(id="VW038", kind="women's diversion")
        self.assertEqual(starter_voice.title(refused, "North East"), "Statement on women's diversion, North East")

    def test_an_area_code_that_no_area_has_is_left_unplaced(self):
        self.assertEqual(starter_voice.place(row(area_code="E99999999"), NAMES), "")
        self.assertEqual(starter_voice.place(row(), NAMES), "district:E08000035")

    def test_an_unconfirmed_extension_lies_after_the_base_term(self):
        cells = starter_voice.term(row(id="VW023", start="2025-07-01", end="2028-06-30"))
        self.assertEqual((cells["base_end"], cells["end"]), ("2028-06-30", "2031-06-30"))

    def test_a_year_of_a_pilot(self):
        self.assertEqual(starter_voice.money(row(id="VW113"))["annual_full_pence"], "16534165")
        self.assertEqual(starter_voice.money(row()), {})

    def test_a_grant_and_an_extension_are_told_apart(self):
        self.assertEqual(starter_voice.money(row(id="VW113"))["procedure"], "grant")
        self.assertEqual(starter_voice.money(row(id="VW044"))["procedure"], "extension")
        self.assertEqual(starter_voice.money(row(id="VW053"))["procedure"], "")

    def test_the_first_title_of_a_page_is_kept(self):
        known = {"https://www.bbc.co.uk/news": ("First title", "2024")}
        self.assertEqual(starter_voice.source_row(row(), known)[1:], ["First title", "https://www.bbc.co.uk/news", "2024"])


class Bodies(unittest.TestCase):
    def test_every_name_in_the_tables_is_a_body(self):
        for cells in (bodies_voice.ORGANISATIONS, bodies_voice.FUNDERS):
            for names in cells.values():
                for name in names:
                    self.assertTrue(bodies_voice.find(name).startswith("body:"), name)

    def test_no_body_is_held_twice(self):
        twice = [name for name in bodies_voice.KINDS if name in bodies_voice.bodies.SPELLINGS]
        self.assertEqual(twice, [])

    def test_variants_of_a_name_are_aliases(self):
        aliases = bodies_voice.body_row("Hibiscus Initiatives")[3].split(";")
        self.assertIn("Hibiscus Initiatives (supply chain of Advance)", aliases)

    def test_an_abbreviation_finds_its_body(self):
        self.assertEqual(bodies_voice.funders("West Yorkshire CRC"), ("West Yorkshire Community Rehabilitation Company",))

    def test_an_unread_cell_is_an_error(self):
        with self.assertRaises(bodies_voice.Conflict):
            bodies_voice.organisations("A body nobody has read")


if __name__ == "__main__":
    unittest.main()
