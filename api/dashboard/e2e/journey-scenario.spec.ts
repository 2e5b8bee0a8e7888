/* A commissioner plans: a scenario of two steps, compared, frozen and shared. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Server } from "./server.ts";
import { expect, settled, test } from "./test.ts";

const ofNhsEngland = ["--body", "body:nhs-england"];

/** As whoever has the token, without going by the form. */
async function signIn(page: Page, server: Server, role = "commissioner", more = ofNhsEngland) {
  await page.goto("/sign-in");
  await page.getByLabel("Token").fill(server.token(role, ...more));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
}

async function typeDay(page: Page, legend: string, [day, month, year]: [string, string, string]) {
  const group = page.getByRole("group", { name: legend });
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

/** Types the plan for Milton Keynes; it is not sent yet. */
async function typePlan(page: Page, name: string) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("What it is to show").fill("What leaving prison would look like.");
  await typeDay(page, "The day on which it is compared", ["1", "6", "2028"]);
  await page.getByLabel("Everybody: it is published").check();

  await page.getByRole("button", { name: "Add a step" }).click();
  const first = page.getByRole("group", { name: "Step 1" });
  await first.getByLabel("What it does").selectOption("Start a service");
  await first
    .getByLabel("Offer", { exact: true })
    .selectOption("Mental health service for people leaving prison");
  await first.getByLabel("Area", { exact: true }).fill("milton keynes");
  await first.getByRole("button", { name: "Milton Keynes", exact: true }).first().click();
  await typeDay(page, "From", ["1", "4", "2027"]);
  await first.getByLabel("Pounds a year (optional)").fill("240,000");
  await first.getByLabel("People whom it reaches in a year (optional)").fill("150");

  await page.getByRole("button", { name: "Add a step" }).click();
  const second = page.getByRole("group", { name: "Step 2" });
  await second.getByLabel("What it does").selectOption("End a service");
  await second.getByLabel("Service", { exact: true }).fill("Primary-care MHTR, Milton Keynes");
  await second
    .getByRole("listitem")
    .filter({ hasText: "Runs" })
    .getByRole("button", { name: "Primary-care MHTR, Milton Keynes" })
    .click();
  await typeDay(page, "Its last day", ["31", "3", "2028"]);
  await page.getByLabel("Why you make or change it").fill("To show the board.");
}

/** What every-page.spec.ts asks of pages, of one that is there only after something was made. */
async function holdsForAll(page: Page) {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map((one) => `${one.id}: ${one.help} ${one.nodes[0]?.html}`)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}

/** What the plan changes, as every reader of it sees it. */
async function seeChanges(page: Page) {
  await settled(page);
  await expect(page.getByText("of this scenario", { exact: false }).first()).toBeVisible();
  const coverage = page.getByRole("region", { name: "Coverage that differs" });
  const gained = coverage.getByRole("row").filter({ hasText: "people leaving prison" });
  await expect(gained).toContainText("None commissioned");
  await expect(gained).toContainText("Commissioned");
  const lost = coverage.getByRole("row").filter({ hasText: "MHTR, primary care" });
  await expect(lost).toContainText("Ended, nothing followed");
  await expect(lost).toContainText("The last service on record has ended and none followed.");
  const gaps = page.getByRole("region", { name: "Gaps that open or close" });
  await expect(
    gaps.getByRole("row").filter({ hasText: "people leaving prison" }).getByRole("cell").nth(5),
  ).toContainText("292,180");
  await expect(gaps.getByRole("img").locator("svg")).toBeVisible();
  const running = page.getByRole("region", { name: "What runs, with its money and places" });
  await expect(running).toContainText("150 people of 1 award");
}

test("a plan is made, compared with what is on record, frozen, and seen the same signed out", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(120_000);
  await signIn(page, server);
  await open("/scenarios");
  await expect(page.getByText("No scenario that you may see has been made yet.")).toBeVisible();
  await page.getByRole("link", { name: "Make a scenario" }).click();
  await settled(page);
  await typePlan(page, "Leaving prison in Milton Keynes");
  await holdsForAll(page);
  await page.getByRole("button", { name: "Save and compare" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Leaving prison");
  await seeChanges(page);

  // The records behind a state, with the scenario and without it.
  const lost = page
    .getByRole("region", { name: "Coverage that differs" })
    .getByRole("row")
    .filter({ hasText: "MHTR, primary care" });
  await lost.getByText("Where this comes from").click();
  await expect(lost).toContainText("With the scenario");
  await expect(lost.locator(".app-evidence").first()).toContainText("said by");

  await page.getByLabel("Why you freeze it").fill("Decided by the board.");
  await page.getByRole("button", { name: "Freeze this scenario" }).click();
  const frozen = page.getByRole("region", { name: "Frozen: it cannot be changed any more" });
  await expect(frozen).toContainText("local");
  await expect(frozen.locator("code").first()).toHaveText(/^[0-9a-f]{64}$/);
  await expect(frozen.getByText("The same.")).toHaveCount(2);
  const hash = await frozen.locator("code").first().innerText();
  const revision = await frozen.getByText(/^\d+$/).innerText();
  await expect(page.getByRole("link", { name: "Change it" })).toHaveCount(0);
  await seeChanges(page);
  await holdsForAll(page);
  const address = await page.getByLabel("Its address, to share").inputValue();
  console.log(`frozen of revision ${revision}: ${hash}`);

  // Somebody changes the register: what was frozen stays.
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${server.token("admin")}`,
    },
    body: JSON.stringify({
      query: `mutation { saveAbsence(input: {
        offer: "mhtr_primary_care", area: "E06000042", reason: "A test."
        newEvidence: { newSource: { title: "A letter" }, grade: REPORT, assertedBy: "report"
          asOf: "2026-11-10", statement: "There is none any more." } }) { written revision } }`,
    }),
  });
  const { data } = (await answer.json()) as { data: { saveAbsence: { revision: number } } };
  expect(data).toMatchObject({ saveAbsence: { written: true } });

  // Signed out: the same.
  await page.getByRole("button", { name: "Sign out" }).click();
  await open(new URL(address).pathname);
  await seeChanges(page);
  await expect(frozen.locator("code").first()).toHaveText(hash);
  await expect(frozen.getByText("The same.")).toHaveCount(2);
  await expect(frozen).toContainText("Told to whoever is signed in");
  await expect(page.getByRole("button", { name: "Freeze this scenario" })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("link", { name: "sign in" })).toBeVisible();

  // As somebody else, who may copy it and not change it.
  await signIn(page, server, "analyst", []);
  await open(new URL(address).pathname);
  await seeChanges(page);
  await expect(frozen.locator("code").first()).toHaveText(hash);
  await page.getByRole("link", { name: "Copy it into a new one" }).click();
  await settled(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(/Leaving prison.*\(copy\)/);
  await expect(page.getByRole("group", { name: "Step 2" })).toContainText(
    "Primary-care MHTR, Milton Keynes",
  );

  // The other tests of this server find the register as it was.
  const back = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${server.token("admin")}`,
    },
    body: JSON.stringify({
      query: `mutation($revision: Int!) { revert(input: { revision: $revision, reason: "A test." }) {
        written } }`,
      variables: { revision: data.saveAbsence.revision },
    }),
  });
  expect(await back.json()).toMatchObject({ data: { revert: { written: true } } });
});

test("what is wrong with a step is told beside it, and what was typed stays", async ({
  page,
  open,
  server,
}) => {
  await signIn(page, server);
  await open("/scenarios/new");
  await typePlan(page, "A plan with a fault");
  const second = page.getByRole("group", { name: "Step 2" });
  await typeDay(page, "Its last day", ["31", "3", "2031"]);
  await page.getByRole("button", { name: "Save and compare" }).click();
  await expect(page.getByRole("alert").first()).toContainText("has ended on 2031-03-31");
  await expect(second.locator(".nhsuk-error-message")).toContainText("has ended on 2031-03-31");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("A plan with a fault");
  // What cannot be sent is told before it is.
  await page
    .getByRole("group", { name: "Step 1" })
    .getByLabel("People whom it reaches in a year (optional)")
    .fill("many");
  await page.getByRole("button", { name: "Save and compare" }).click();
  await expect(page.getByRole("group", { name: "Step 1" })).toContainText(
    "“many” is no whole number of people",
  );
});

test("two who change the same scenario see both sides", async ({ page, open, server }) => {
  await signIn(page, server);
  await open("/scenarios/new");
  await typePlan(page, "A plan of two");
  await page.getByRole("button", { name: "Save and compare" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A plan of two");
  const path = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Change it" }).click();
  await settled(page);
  await page.getByLabel("Name", { exact: true }).fill("Mine");
  await page.getByLabel("Why you make or change it").fill("I prefer it.");

  const theirs = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${server.token("commissioner", ...ofNhsEngland)}`,
    },
    body: JSON.stringify({
      query: `mutation($id: ID!) { saveScenario(input: { id: $id, expectedVersion: 1,
        name: "Theirs", reason: "They prefer it." }) { written } }`,
      variables: { id: decodeURIComponent(path.split("/")[2] ?? "") },
    }),
  });
  expect(await theirs.json()).toMatchObject({ data: { saveScenario: { written: true } } });

  await page.getByRole("button", { name: "Save and compare" }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "Somebody else changed this" });
  await expect(conflict).toContainText("Theirs");
  await expect(conflict).toContainText("Mine");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Mine");
  await page.getByRole("button", { name: "Write mine over theirs" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mine");

  await page.getByText("Take it off the list").click();
  await page.getByLabel("Why you archive it").fill("It was a test.");
  await page.getByRole("button", { name: "Archive this scenario" }).click();
  await expect(page.getByText("It is archived.")).toBeVisible();
  await open(path);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No such scenario");
});

test("whoever is not signed in is told how to, and keeps nothing from whoever is", async ({
  page,
  open,
}) => {
  await open("/scenarios");
  await expect(page.getByText("You see the scenarios that are published.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make a scenario" })).toHaveCount(0);
  await open("/scenarios/new");
  await expect(page.getByLabel("Token")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save and compare" })).toHaveCount(0);
});

test("the server is stopped while steps are typed: nothing is lost, and it is sent once", async ({
  page,
  open,
  server,
  complaints,
}) => {
  test.setTimeout(180_000);
  await signIn(page, server);
  await open("/scenarios/new");
  await typePlan(page, "Typed while the server was away");
  await server.stop();
  await page.getByRole("group", { name: "Step 1" }).getByLabel("Note").fill("Typed without it.");
  await page.getByRole("button", { name: "Save and compare" }).click();
  await expect(page.getByText("Not saved")).toBeVisible();
  await expect(page.getByText("What you typed is still here.")).toBeVisible();
  await server.restart();
  // Even the page itself is loaded anew.
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(
    "Typed while the server was away",
  );
  const first = page.getByRole("group", { name: "Step 1" });
  await expect(first.getByLabel("Note")).toHaveValue("Typed without it.");
  await expect(first.getByLabel("People whom it reaches")).toHaveValue("150");
  await expect(page.getByRole("group", { name: "Step 2" })).toContainText(
    "Primary-care MHTR, Milton Keynes",
  );
  await page.getByRole("button", { name: "Save and compare" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Typed while");
  await seeChanges(page);
  await open("/scenarios");
  await expect(page.getByRole("link", { name: "Typed while the server was away" })).toHaveCount(1);
  complaints.length = 0;
});

test("a plan is made and frozen by keyboard alone", async ({ page, open, server }) => {
  test.slow();
  await page.goto("/sign-in");
  await page.getByLabel("Token").focus();
  await page.keyboard.insertText(server.token("commissioner", ...ofNhsEngland));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
  await open("/scenarios/new");

  /** Goes on with Tab until the field or button has the focus; never with a pointer. */
  const tabTo = async (name: string, role: "textbox" | "searchbox" | "combobox" | "button") => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      const found = page.locator(":focus");
      const isRole = await page.getByRole(role, { name, exact: true }).and(found).count();
      if (isRole > 0) return;
    }
    throw new Error(`${name} was not reached`);
  };
  const type = async (name: string, text: string) => {
    await tabTo(name, "textbox");
    await page.keyboard.insertText(text);
  };
  await type("Name", "By keyboard");
  await type("Day", "1");
  await type("Month", "6");
  await type("Year", "2028");
  await tabTo("Add a step", "button");
  await page.keyboard.press("Enter");
  // The new step is where one goes on.
  await expect(page.locator("#scenario-steps-0-kind")).toBeFocused();
  await tabTo("Service", "searchbox");
  await page.keyboard.insertText("Primary-care MHTR, Milton Keynes");
  const step = page.getByRole("group", { name: "Step 1" });
  const hits = step.getByRole("listitem").filter({ hasText: "Runs" });
  const hit = hits.getByRole("button", { name: "Primary-care MHTR, Milton Keynes" });
  await expect(hit).toBeVisible();
  for (let presses = 0; presses < 20; presses += 1) {
    if (await hit.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  // What was pressed is gone; one goes on at what it chose.
  await expect(step.getByRole("button", { name: "Change service" })).toBeFocused();
  await type("Day", "31");
  await type("Month", "3");
  await type("Year", "2028");
  await type("Why you make or change it", "Without a pointer.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("By keyboard");
  await settled(page);
  await expect(page.getByRole("region", { name: "Coverage that differs" })).toContainText(
    "Ended, nothing followed",
  );
  await tabTo("Why you freeze it", "textbox");
  await page.keyboard.insertText("Decided.");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("region", { name: "Frozen: it cannot be changed any more" }),
  ).toBeVisible();
});
