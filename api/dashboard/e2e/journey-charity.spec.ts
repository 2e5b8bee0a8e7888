/* A women's centre in Cleveland with a turnover of £300,000 looks for funding that it can get. */
import type { Download, Page } from "@playwright/test";
import { expect, settled, test } from "./test.ts";

test.describe.configure({ timeout: 300_000 });

// The register is asked as of the day of the test of the server that this has to agree with.
const day = "asOf=2026-11-22";

async function textOf(file: Download): Promise<string> {
  const stream = await file.createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  return text;
}

/** Fills what the form asks, as the centre would. */
async function fill(page: Page): Promise<void> {
  await page.getByLabel("Where you work", { exact: true }).fill("cleveland");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Police force area" })
    .getByRole("button", { name: "Add Cleveland", exact: true })
    .click();
  await page.getByLabel("Turnover of a year").fill("300,000");
  await page.getByLabel("Registered charity").check();
  await page.getByLabel("Charitable company").check();
  await page.getByLabel("Women", { exact: true }).check();
  for (const offer of ["womens_centre", "womens_diversion"]) {
    await page.getByLabel("What you give", { exact: true }).selectOption(offer);
    await page.getByRole("button", { name: "Add to what you give" }).click();
  }
  await page.getByLabel("By ourselves").check();
  await page.getByLabel("As a partner or subcontractor").check();
  for (const question of [
    "Are you led by and for a community?",
    "Are you a supplier of a framework?",
    "Do you provide a service of the register now?",
  ]) {
    await page.getByRole("group", { name: question }).getByLabel("No", { exact: true }).check();
  }
}

/** What the server's own test says comes out for the centre. */
async function expectList(page: Page): Promise<void> {
  const cards = page.getByRole("list", { name: "180 openings" }).getByRole("listitem");
  await expect(cards).toHaveText([/^1 open:/, /^1 opens later/, /^47 without/, /^131 closed/]);
  const open = page.getByRole("region", { name: "Open now" });
  await expect(open).toContainText("Probation Services Dynamic Framework (joining)");
  await expect(open).toContainText("200 days left");
  await expect(open).toContainText("Of 12 lines, 2 fit, 0 do not fit, 10 are not known");
}

test("the centre fills its profile, reads the explained list, opens one opening and takes its dates", async ({
  page,
  open,
}) => {
  await open(`/openings?${day}`);
  await fill(page);
  await page.getByRole("button", { name: "Show what fits" }).click();
  await settled(page);
  await expect(page).toHaveURL(/turnover=300000\.00/);
  await expectList(page);

  const undated = page.getByRole("region", { name: "No closing date on record" });
  await expect(undated).toContainText("Ask the funder before you write");
  await expect(undated.locator("tbody tr")).toHaveCount(47);
  const fund = undated.getByRole("row").filter({ hasText: "Women's Diversion Fund: North East" });
  await fund.getByText("Line by line").click();
  await expect(fund.locator(".app-lines > li")).toHaveCount(12);
  await expect(fund).toContainText("It is for women, whom the organisation serves.");
  await expect(fund).toContainText("A year of it is at most 158% of your turnover");
  await fund.getByText("Where this comes from").first().click();
  await expect(fund.locator(".app-evidence").first()).toContainText("said by");

  const framework = "Probation Services Dynamic Framework (joining)";
  await page.getByRole("link", { name: framework }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(framework);
  await settled(page);
  await expect(page.getByRole("region", { name: "Dates" })).toContainText("Open: 200 days left");
  await expect(page.getByRole("region", { name: "Dates" })).toContainText("10 June 2027");
  const fits = page.getByRole("region", { name: "How it fits your organisation" });
  await expect(fits.locator("tbody tr")).toHaveCount(12);
  await expect(page.getByRole("region", { name: "Whom to ring" })).toContainText("never people");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /in a calendar/ }).click(),
  ]);
  const calendar = await textOf(file);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  expect(calendar).toContain("DTSTART;VALUE=DATE:20270610\r\n");
  await page.getByRole("link", { name: "Back to the list for your organisation" }).click();
  await expectList(page);
});

test("the address says the profile and the filters, and the whole list is a file", async ({
  page,
  open,
}) => {
  const profile =
    "form=REGISTERED_CHARITY,CHARITABLE_COMPANY&turnover=300000&areas=E23000013&serves=women&gives=womens_centre,womens_diversion&as=ALONE,PARTNER&ledBy=none&frameworks=none&services=none";
  await open(`/openings?${profile}&${day}`);
  await expectList(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the whole list as CSV" }).click(),
  ]);
  const lines = (await textOf(file)).replace("\uFEFF", "").trimEnd().split("\r\n");
  expect(lines.length).toBe(1 + 180);
  expect(lines[0]).toContain("How it fits,Legal form,Least turnover");
  expect(lines[0]).toMatch(/as_of,revision,source$/);

  await page
    .getByRole("group", { name: "How it fits" })
    .getByLabel("Fits", { exact: true })
    .check();
  await page.getByRole("group", { name: "Kind" }).getByLabel("Grant").check();
  await page.getByLabel("Order").selectOption("title");
  await expect(page).toHaveURL(/kind=GRANT/);
  await page.reload();
  await settled(page);
  const undated = page.getByRole("region", { name: "No closing date on record" });
  await expect(undated).toContainText("Allen Lane Foundation grants");
  for (const row of await undated.locator("tbody tr").all()) {
    await expect(row.locator(".app-fit").first()).toHaveText(/Fits$/);
  }
  await expect(page.getByRole("region", { name: "Open now" })).toContainText(
    "None of the 1 passes what you chose above",
  );
});

test("without a pointer: the profile, the list, one opening and its dates", async ({
  page,
  open,
}) => {
  await open(`/openings?${day}`);
  const keys = page.keyboard;
  /** Tabs on to what is wanted, as who sees no pointer does. */
  const to = async (target: ReturnType<Page["locator"]>, most = 60) => {
    const wanted = await target.elementHandle();
    for (let presses = 0; presses < most; presses += 1) {
      if (await wanted?.evaluate((one) => one === document.activeElement)) return;
      await keys.press("Tab");
    }
    await expect(target).toBeFocused();
  };
  await to(page.getByLabel("Where you work", { exact: true }));
  await keys.type("E23000013");
  await expect(page.getByRole("button", { name: "Add Cleveland" })).toBeVisible();
  await to(page.getByRole("button", { name: "Add Cleveland" }));
  await keys.press("Enter");
  await expect(page.getByLabel("Where you work", { exact: true })).toBeFocused();
  await to(page.getByLabel("Turnover of a year"));
  await keys.type("300000");
  await to(page.getByLabel("Registered charity"));
  await keys.press("Space");
  await to(page.getByLabel("Charitable company"));
  await keys.press("Space");
  await to(page.getByLabel("Women", { exact: true }));
  await keys.press("Space");
  await to(page.getByLabel("What you give", { exact: true }));
  for (const offer of ["Women's centre", "Women's diversion"]) {
    await keys.type(offer);
    await to(page.getByRole("button", { name: "Add to what you give" }));
    await keys.press("Enter");
    await keys.press("Shift+Tab");
    await expect(page.getByLabel("What you give", { exact: true })).toBeFocused();
  }
  await to(page.getByLabel("By ourselves"));
  await keys.press("Space");
  await to(page.getByLabel("As a partner or subcontractor"));
  await keys.press("Space");
  for (const id of ["led", "listed", "holds"]) {
    // A group of radio buttons is one stop; the arrows choose in it.
    await to(page.locator(`input[name=profile-${id}]:checked`));
    await keys.press("ArrowDown");
    await expect(page.locator(`#profile-${id}`)).toBeChecked();
  }
  await to(page.getByRole("button", { name: "Show what fits" }));
  await keys.press("Enter");
  await expect(page.getByRole("heading", { name: /^What there is on/ })).toBeFocused();
  await settled(page);
  await expectList(page);
  const opening = page
    .getByRole("region", { name: "Open now" })
    .getByRole("link", { name: /Dynamic Framework/ });
  await to(opening);
  await keys.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await settled(page);
  const take = page.getByRole("button", { name: /in a calendar/ });
  await to(take);
  const [file] = await Promise.all([page.waitForEvent("download"), keys.press("Enter")]);
  expect(await textOf(file)).toContain("BEGIN:VEVENT");
});

test("a slow server loses nothing that is typed, and the list comes", async ({ page }) => {
  await page.route("**/graphql", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await route.continue();
  });
  await page.goto(`/openings?${day}`);
  await page.getByLabel("Turnover of a year").fill("300,000");
  await page.getByLabel("Registered charity").check();
  await expect(page.getByText("This is taking longer than usual").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByLabel("Turnover of a year")).toHaveValue("300,000");
  await page.getByRole("button", { name: "Show what fits" }).click();
  await expect(page.getByText("This is taking longer than usual").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText("£300,000", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Open now" })).toContainText(
    "A registered charity",
  );
});

test("a server that stops while the profile is typed loses nothing, nor does a reload", async ({
  page,
  open,
  server,
  complaints,
}) => {
  await open(`/openings?${day}`);
  await fill(page);
  await server.stop();
  await page.getByLabel("Turnover of a year").fill("300,000.00");
  await page.getByRole("button", { name: "Show what fits" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The server cannot be reached");
  await server.restart();
  await expect(page.getByRole("alert")).toHaveCount(0, { timeout: 40_000 });
  await settled(page);
  await expectList(page);

  // Typed and not asked with: it is there after a reload, beside the list of the address.
  await page.getByText("Change what is said of your organisation").click();
  await page.getByLabel("Turnover of a year").fill("450,000");
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Turnover of a year")).toHaveValue("450,000");
  await expect(page.getByText("What you typed is kept here")).toBeVisible();
  await expectList(page);
  await page.getByRole("button", { name: "Back to what the list is for" }).click();
  await expect(page.getByLabel("Turnover of a year")).toHaveValue("300000.00");
  complaints.length = 0;
});

test("what cannot be asked with is told beside its field, and nothing is compulsory", async ({
  page,
  open,
}) => {
  await open(`/openings?${day}`);
  await page.getByLabel("Turnover of a year").fill("300k");
  await page.getByRole("group", { name: "Are you led by" }).getByLabel("Yes").check();
  await page.getByRole("button", { name: "Show what fits" }).click();
  await expect(page.getByRole("alert")).toContainText("2 things are to be put right");
  await page.getByRole("link", { name: /turnover of a year in pounds/ }).click();
  await expect(page.getByLabel("Turnover of a year")).toBeFocused();
  await page.getByRole("button", { name: "Empty the form" }).click();
  await page.getByRole("button", { name: "Show what fits" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText("You have not said anything of your organisation")).toBeVisible();
});
