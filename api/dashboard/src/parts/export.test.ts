import { expect, test } from "@playwright/test";
import { csv, csvCell, fileName } from "./export.ts";

test("a cell that a spreadsheet would run is text", () => {
  for (const formula of ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")']) {
    expect(csvCell(formula).replace(/^"/, "")).toMatch(/^'/);
  }
  expect(csvCell("-12.50")).toBe("-12.50");
  expect(csvCell("12")).toBe("12");
});

test("quotes, commas and lines stay inside their cell", () => {
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  expect(csvCell("a\nb")).toBe('"a\nb"');
});

test("every line says where it comes from", () => {
  const text = csv(["Offer"], [["MHTR"]], {
    asOf: "2026-11-22",
    revision: 4,
    address: "http://care.example/areas",
  });
  expect(text).toBe(
    "\uFEFFOffer,as_of,revision,source\r\nMHTR,2026-11-22,4,http://care.example/areas\r\n",
  );
  expect(fileName("What Milton Keynes lacks", "csv")).toBe("what-milton-keynes-lacks.csv");
});
