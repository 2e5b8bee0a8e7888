/* The worked allocation of docs/POOLED-BUDGET.md, typed by hand, and what can go wrong with one. */
import type { Page } from "@playwright/test";
import { expect, settled, test } from "./test.ts";

interface Stream {
  name: string;
  amount: string;
  on?: string[];
  areas: string[];
  alone?: string[];
}

const dual = "Dual diagnosis worker in a mental health service";
const link = "Link worker";

async function choose(page: Page, areas: string[], offers: string[]) {
  for (const area of areas) {
    await page.getByLabel("Add an area").fill(area);
    await page
      .getByRole("listitem")
      .filter({ hasText: "Local authority district" })
      .getByRole("button", { name: area, exact: true })
      .first()
      .click();
    await expect(page.getByRole("list", { name: "Chosen areas" })).toContainText(area);
  }
  for (const offer of offers) await page.getByLabel("Add an offer").selectOption(offer);
}

async function addStream(page: Page, index: number, { name, amount, on, areas, alone }: Stream) {
  await page.getByRole("button", { name: "Add a funding stream" }).click();
  const stream = page.getByRole("group", { name: `Stream ${index}` });
  await stream.getByLabel("Name").fill(name);
  await stream.getByLabel("Pounds for the year").fill(amount);
  const tick = async (group: string, values: string[]) => {
    const boxes = stream.getByRole("group", { name: group });
    for (const value of values) await boxes.getByLabel(value, { exact: true }).check();
  };
  await tick("May be spent on: offers", on ?? []);
  await tick("May be spent on: areas", areas);
  await tick("Acting alone, it pays for: offers", alone ?? []);
}

async function typeNeed(page: Page, name: string, people: string, weight = "") {
  const need = page.getByRole("group", { name });
  await need.getByLabel("People", { exact: true }).fill(people);
  await need.getByLabel("Counts as").fill(weight);
}

async function typeCost(page: Page, offer: string, [cost, low, high]: [string, string, string]) {
  const group = page.getByRole("group", { name: offer, exact: true });
  await group.getByLabel("As most likely").fill(cost);
  await group.getByLabel("At least").fill(low);
  await group.getByLabel("At most").fill(high);
}

/** The question of docs/POOLED-BUDGET.md. */
async function typeExample(page: Page) {
  await choose(page, ["Leeds", "Kirklees"], [dual, link]);
  const streams: Stream[] = [
    { name: "board", amount: "300,000", areas: ["Leeds", "Kirklees"], on: [dual] },
    { name: "first", amount: "120,000", areas: ["Leeds"], alone: [link] },
    { name: "second", amount: "80,000", areas: ["Kirklees"], alone: [link] },
    { name: "commissioner", amount: "60,000", areas: ["Leeds", "Kirklees"], alone: [link] },
  ];
  for (const [index, stream] of streams.entries()) await addStream(page, index + 1, stream);
  await typeNeed(page, `Leeds: ${dual}`, "300", "2");
  await typeNeed(page, `Kirklees: ${dual}`, "200", "2");
  await typeNeed(page, `Leeds: ${link}`, "60");
  await typeNeed(page, `Kirklees: ${link}`, "40");
  await typeCost(page, dual, ["1250", "1100", "1450"]);
  await typeCost(page, link, ["500", "450", "600"]);
}

/** What the document prints. */
async function seeExample(page: Page) {
  await settled(page);
  const plans = page.getByRole("region", { name: "Siloed against pooled" });
  const silos = plans.getByRole("row").filter({ hasText: "Each funder keeps to itself" });
  await expect(silos).toContainText("£350,000");
  await expect(silos).toContainText("£210,000");
  await expect(silos).toContainText("339.999");
  await expect(silos).toContainText("520.002");
  const pooled = plans.getByRole("row").filter({ hasText: "The silos given up" });
  await expect(pooled).toContainText("£560,000");
  await expect(pooled).toContainText("507.999");
  await expect(pooled).toContainText("184.002");
  await expect(plans.getByRole("img").locator("svg")).toBeVisible();
  await expect(page.getByText("pooling serves 168.000 more people")).toBeVisible();
  const places = page.getByRole("region", { name: "What is bought where, pooled" });
  const leeds = places.getByRole("row").filter({ hasText: "243.488" });
  await expect(leeds).toContainText("Leeds");
  await expect(leeds).toContainText("£304,360.46");
  const pound = page.getByRole("region", { name: "What one more pound would buy" });
  await expect(pound.getByRole("row").filter({ hasText: "commissioner" })).toContainText(
    "0.000800",
  );
}

test("the worked allocation is reproduced by hand, and its address shows the same", async ({
  page,
  context,
  open,
  baseURL,
}) => {
  test.slow();
  await open("/allocation");
  await typeExample(page);
  await expect(page.getByText("No unit cost of these offers is on record")).toBeVisible();
  await page.getByRole("button", { name: "Work it out" }).click();
  await seeExample(page);
  await expect(page.getByText("can be recommended")).toBeVisible();
  const address = page.url();
  console.log(`the question is ${new URL(address).search.length} characters of an address`);

  // What is demanded beyond the money clashes, and says with what.
  await page.getByText("More conditions").click();
  await page.getByRole("button", { name: "Add a limit" }).click();
  const limit = page.getByRole("group", { name: "Limit 1" });
  await limit.getByLabel("People").fill("550");
  await page.getByRole("button", { name: "Work it out" }).click();
  await settled(page);
  await expect(page.getByText("What is demanded cannot be held together")).toBeVisible();
  await expect(page.getByText("Without any one of these the others can be held.")).toBeVisible();
  await page.goBack();
  await seeExample(page);
  await expect(page.getByText("not the one that is answered above")).toBeVisible();

  // Somebody else opens the address: nothing is kept in their browser.
  await context.clearCookies();
  await page.evaluate(() => window.sessionStorage.clear());
  await page.goto(new URL(address, baseURL).href);
  await seeExample(page);
  await expect(page.getByLabel("Name").first()).toHaveValue("board");
});

test("whole units, and a cost without a range, are told", async ({ page, open }) => {
  await open("/allocation");
  await choose(page, ["Leeds"], [link]);
  await addStream(page, 1, { name: "council", amount: "5250", areas: ["Leeds"] });
  await typeNeed(page, `Leeds: ${link}`, "60");
  await typeCost(page, link, ["100", "", ""]);
  await page.getByText("More conditions").click();
  await page.getByRole("button", { name: "Add a unit" }).click();
  const unit = page.getByRole("group", { name: "Unit 1" });
  await unit.getByLabel("Offer").selectOption(link);
  await unit.getByLabel("People whom one unit is paid for").fill("10");
  await page.getByRole("button", { name: "Work it out" }).click();
  await settled(page);
  await expect(page.getByText("Costs without a range:")).toBeVisible();
  const plans = page.getByRole("region", { name: "Siloed against pooled" });
  const whole = plans.getByRole("row").filter({ hasText: "Pooled, whole units" });
  await expect(whole).toContainText("50.000");
  await expect(whole).toContainText("£5,000");
  const places = page.getByRole("region", { name: /What is bought where/ });
  await expect(places.getByRole("row").filter({ hasText: "Leeds" })).toContainText("5");
  await expect(page.getByText("No cost and no need was given with a range")).toBeVisible();
});

test("what is on record can be taken, with its source; nothing is put in by itself", async ({
  page,
  open,
  server,
}) => {
  const evidence = `newEvidence: { grade: REPORT, assertedBy: "report", statement: "Entered by its user."
    newSource: { title: "A survey of need", date: "2026-05-01" } }`;
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${server.token("admin")}`,
    },
    body: JSON.stringify({
      query: `mutation {
        need: saveNeed(input: { area: "E08000032", offer: "link_worker", people: 120, peopleLow: 90
          peopleHigh: 150, period: "people in a year", method: "A survey of 2026.", reason: "A test."
          ${evidence} }) { written problems { field message } }
        cost: saveUnitCost(input: { offer: "link_worker", unit: PERSON, low: "450.00"
          central: "500.00", high: "600.00", reason: "A test." ${evidence} }) { written problems { field message } }
        order: saveUnitCost(input: { offer: "link_worker", unit: ORDER, low: "900.00"
          central: "950.00", high: "990.00", reason: "A test." ${evidence} }) { written problems { field message } }
      }`,
    }),
  });
  expect(await answer.json()).toMatchObject({
    data: { need: { written: true }, cost: { written: true }, order: { written: true } },
  });
  await open("/allocation");
  await choose(page, ["Bradford"], [link]);
  const need = page.getByRole("group", { name: `Bradford: ${link}` });
  await expect(need).toContainText("On record: 120 people in a year, between 90 and 150");
  await expect(need).toContainText("A survey of need");
  await expect(need.getByLabel("People", { exact: true })).toHaveValue("");
  await need.getByRole("button", { name: "Take these numbers" }).click();
  await expect(need.getByLabel("People", { exact: true })).toHaveValue("120");
  await expect(need.getByLabel("At least")).toHaveValue("90");
  const cost = page.getByRole("group", { name: link, exact: true });
  await expect(cost).toContainText("£950 for each order of a court");
  await expect(cost).toContainText("these numbers cannot be taken as they are");
  await cost.getByRole("button", { name: "Take these numbers" }).click();
  await expect(cost.getByLabel("As most likely")).toHaveValue("500.00");
  await addStream(page, 1, { name: "council", amount: "30000", areas: ["Bradford"] });
  await page.getByRole("button", { name: "Work it out" }).click();
  await settled(page);
  const plans = page.getByRole("region", { name: "Siloed against pooled" });
  await expect(plans.getByRole("row").filter({ hasText: "The silos given up" })).toContainText(
    "60.000",
  );
});

test("what is wrong with a question is told by its place, and what was typed stays", async ({
  page,
  open,
}) => {
  await open("/allocation");
  await page.getByRole("button", { name: "Work it out" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Give at least one funding stream");
  await choose(page, ["Leeds"], [link]);
  await addStream(page, 1, { name: "council", amount: "a lot", areas: ["Leeds"] });
  await typeNeed(page, `Leeds: ${link}`, "60");
  await page.getByRole("button", { name: "Work it out" }).click();
  await settled(page);
  await expect(summary).toContainText("Funding stream 1");
  await expect(page.getByLabel("Pounds for the year")).toHaveValue("a lot");
  await open("/allocation?question=nothing");
  await expect(page.getByText("The question in this address cannot be read.")).toBeVisible();
});
