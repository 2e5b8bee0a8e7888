import csv
import pathlib
import unittest

import starter_standards as subject
from common import Conflict

VOCABULARY = pathlib.Path(__file__).resolve().parent.parent / "vocabulary"

REPORT = """
Conclusion
- not a recommendation

Recommendations

1) First

- Help early
- Help \u2018later\u2019

Recommendations (cont.)

- Help for women\u2019s centres

2) Second

- Money
The end notes.
- not one either
"""


def rows(name):
    with open(VOCABULARY / name, encoding="utf-8", newline="") as handle:
        return {row["code"]: row for row in csv.DictReader(handle)}


def lines():
    header, made = subject.lines()
    return [dict(zip(header, row)) for row in made]


class Bullets(unittest.TestCase):
    def test_bullets_are_numbered_by_section_and_go_on_over_the_page(self):
        found = subject.bullets(REPORT)
        self.assertEqual(list(found), ["1.1", "1.2", "1.3", "2.1"])
        self.assertEqual(found["1.3"], "Help for women's centres")
        self.assertEqual(found["2.1"], "Money")

    def test_a_report_with_other_recommendations_is_refused(self):
        with self.assertRaisesRegex(Conflict, "the rules are for"):
            subject.check(subject.bullets(REPORT))

    def test_a_recommendation_that_speaks_of_something_else_is_refused(self):
        found = {number: rule.words for number, rule in subject.RULES.items()}
        subject.check(found)
        with self.assertRaisesRegex(Conflict, "4.3 does not speak of"):
            subject.check({**found, "4.3": "Something else"})


class Rules(unittest.TestCase):
    def test_every_rule_gives_lines_or_says_why_not(self):
        self.assertEqual(len(subject.RULES), 30)
        for number, rule in subject.RULES.items():
            self.assertNotEqual(bool(rule.lines), bool(rule.no_line), number)
            self.assertLessEqual(len(rule.words.split()), 6, "a few words only")

    def test_lines_name_what_the_vocabulary_has(self):
        offers, cohorts, stages = rows("offers.csv"), rows("cohorts.csv"), rows("stages.csv")
        for line in lines():
            self.assertIn(line["cohort"], cohorts)
            stage = line["stage"]
            if stage:
                self.assertIn(stage, stages)
                self.assertIn(stage, offers[line["offer"]]["stages"].split(";"))

    def test_the_report_sets_no_amounts(self):
        self.assertEqual({line["per_thousand_millionths"] for line in lines()}, {""})

    def test_lines_are_in_the_order_of_the_report_and_ask_for_each_thing_once(self):
        found = lines()
        self.assertEqual([line["position"] for line in found], [str(n) for n in range(1, len(found) + 1)])
        numbers = [line["recommendation"] for line in found]
        self.assertEqual(numbers, sorted(numbers))
        asked = [(line["offer"], line["cohort"], line["stage"]) for line in found]
        self.assertEqual(len(asked), len(set(asked)))

    def test_every_line_says_how_far_it_is_asked_for(self):
        for line in lines():
            self.assertTrue(line["note"].startswith((subject.EVERYWHERE, subject.SOMEWHERE)), line)


if __name__ == "__main__":
    unittest.main()
