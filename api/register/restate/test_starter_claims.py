import csv
import pathlib
import unittest

import starter_claims

VOCABULARY = pathlib.Path(starter_claims.__file__).resolve().parent.parent / "vocabulary"


def codes(file):
    """The codes of a vocabulary file."""
    with open(VOCABULARY / file, encoding="utf-8", newline="") as handle:
        return {row["code"] for row in csv.DictReader(handle)}


def row(**cells):
    """A row of the source table."""
    return {"id": "CI999", "organisation": "Nilaari", "claim_kind": "culturally_informed_service", **cells}


SUPPLY = row(organisation="Hibiscus Initiatives (supply chain of Advance)")


class Communities(unittest.TestCase):
    def test_every_code_is_in_the_vocabulary(self):
        used = {code for each in starter_claims.COMMUNITIES.values() for code in each}
        self.assertEqual(used - codes("communities.csv"), set())

    def test_an_idiom_is_not_taken_apart(self):
        self.assertEqual(starter_claims.COMMUNITIES["Black, Asian and minority ethnic"], ("ethnic_minority",))


class Offers(unittest.TestCase):
    def test_a_supply_chain_row_is_also_womens_services(self):
        self.assertEqual(starter_claims.offers(SUPPLY), ["culturally_informed_service", "womens_services"])
        self.assertEqual(starter_claims.offers(row()), ["culturally_informed_service"])

    def test_every_offer_is_in_the_vocabulary(self):
        used = {code for more in starter_claims.MORE_OFFERS.values() for code in more}
        self.assertEqual(used - codes("offers.csv"), set())


class Provision(unittest.TestCase):
    def test_statements_and_campaigns_are_none(self):
        for key in ("CI020", "CI036", "CI051", "CI078", "CI083"):
            self.assertFalse(starter_claims.is_provision(row(id=key)))
        self.assertTrue(starter_claims.is_provision(row()))

    def test_a_row_has_one_reason(self):
        listed = [key for keys in starter_claims.NO_PROVISION_BY_REASON.values() for key in keys]
        self.assertEqual(len(listed), len(set(listed)))


class Cells(unittest.TestCase):
    def test_titles_are_made_by_rule(self):
        self.assertEqual(starter_claims.title(row(), "Bristol"), "Culturally informed service, Bristol")
        self.assertEqual(
            starter_claims.title(SUPPLY, "Kent"),
            "CRS women's services, Kent: Hibiscus Initiatives in the supply chain of Advance",
        )
        self.assertEqual(
            starter_claims.title(row(id="CI036"), "England"), "Statement on culturally informed services, England"
        )

    def test_stages_in_the_order_of_the_justice_system(self):
        self.assertEqual(starter_claims.stages("post-release;OOCD"), "oocd;post_release")
        self.assertEqual(len(starter_claims.stages("all").split(";")), 9)
        self.assertEqual(starter_claims.stages("pre-arrest"), "pre_arrest")

    def test_a_lot_has_the_areas_of_its_contract(self):
        lot = row(id="CI114", area_kind="region", area_code="E12000007")
        names = {"region:E12000007": "London"}
        self.assertEqual(starter_claims.places(lot, names, {"PRJ_7283_E": "district:E09000025"}), "district:E09000025")
        self.assertEqual(starter_claims.places(lot, names, {}), "region:E12000007")


if __name__ == "__main__":
    unittest.main()
