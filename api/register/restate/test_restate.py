import pathlib
import tempfile
import unittest

import restate


class Differences(unittest.TestCase):
    def test_equal_text_has_none(self):
        self.assertEqual(restate.first_difference("f.csv", "a\n1\n", "a\n1\n"), "")

    def test_names_the_file_and_the_first_row(self):
        text = restate.first_difference("f.csv", "a\n1\n2\n", "a\n1\n3\n")
        self.assertEqual(text, "f.csv: row 3 is ['2'], the sources give ['3']")

    def test_names_a_missing_and_a_surplus_row(self):
        self.assertIn("row 2 is missing", restate.first_difference("f.csv", "a\n", "a\n1\n"))
        self.assertIn("the sources give none", restate.first_difference("f.csv", "a\n1\n", "a\n"))


class Check(unittest.TestCase):
    def test_reports_missing_and_unmade_files(self):
        with tempfile.TemporaryDirectory() as folder:
            register = pathlib.Path(folder)
            (register / "reference").mkdir()
            (register / "reference" / "old.csv").write_text("a\n")
            made = {"reference/new.csv": (["id"], [])}
            problems = restate.check(register, made, complete=True)
        self.assertEqual(problems, ["reference/new.csv: is missing", "reference/old.csv: no module makes it"])

    def test_modules_are_found_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("starter_b.py", "reference_a.py", "other.py", "test_starter_b.py"):
                (pathlib.Path(folder) / name).touch()
            self.assertEqual(restate.module_names(pathlib.Path(folder)), ["reference_a", "starter_b"])
            self.assertEqual(restate.module_names(pathlib.Path(folder), "starter"), ["starter_b"])


if __name__ == "__main__":
    unittest.main()
