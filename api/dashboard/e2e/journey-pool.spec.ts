/* A commissioner plans a pooled budget for dual diagnosis, sees what is found of it, saves it, puts
 * money into it and comes back to its address: with a pointer, by keyboard alone, and with a token
 * that ends while the form is half filled. */
import type { Locator, Page } from "@playwright/test";
import { expect, settled, test } from "./test.ts";

const board = "NHS West Yorkshire Integrated Care Board";
const council = "Bradford Council";
const offer = "Dual diagnosis worker in a mental health service";
const asBoard = ["--body", "body:nhs-west-yorkshire-integrated-care-board"] as const;

async function signIn(page: Page, token: string) {
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Token").fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
}

async function choose(page: Page, field: string, name: string) {
  await page.getByLabel(field, { exact: true }).fill(name);
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator(".app-picked").filter({ hasText: name }).first()).toBeVisible();
}

async function day(page: Page, legend: string, day: string, month: string, year: string) {
  const group = page.getByRole("group", { name: legend, exact: true });
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a commissioner plans a pooled budget, sees what is found of it, and comes back to it", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(240_000);
  await open("/pools");
  await signIn(page, server.token("commissioner", ...asBoard));
  await page
    .getByRole("navigation", { name: "Pages" })
    .getByRole("link", { name: "Pooled budgets" })
    .click();
  await expect(page.getByText("No pooled budget is on record that you may see.")).toBeVisible();
  await page.getByRole("link", { name: "Plan a pooled budget" }).click();
  await settled(page);

  // What is missing is told beside the fields before anything is written.
  await page.getByLabel("What it is called").fill("Dual diagnosis in Bradford");
  await page.getByLabel("Why it is entered").fill("A plan for discussion");
  await page.getByRole("button", { name: "Try it without saving" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "to be put right" });
  await expect(summary.getByRole("link", { name: "legalForm has to be given" })).toBeVisible();

  await page.getByLabel("What it is for").fill("One team for people with both needs.");
  await page.getByLabel("Legal form").selectOption("SECTION_75_POOLED_FUND");
  await page.getByLabel("What it may buy").selectOption({ label: offer });
  await page.getByLabel(/^Arranging or providing health services/).check();
  await page.getByLabel(/^Public health functions of a local authority/).check();
  await page.getByLabel("Emergency ambulance services").check();
  await day(page, "First day", "1", "4", "2026");
  await day(page, "Last day", "31", "3", "2029");
  await choose(page, "The body that holds it", council);
  await choose(page, "Body of member 1", board);
  await choose(page, "Body of member 2", council);
  await page.getByLabel("Who bears an overspend").selectOption("BY_CONTRIBUTION");
  // The body of the token keeps it, unless one says otherwise.
  await expect(page.locator(".app-picked").last()).toContainText(board);

  await page.getByRole("button", { name: "Try it without saving" }).click();
  await expect(page.getByText("It can be saved so. Nothing was written.")).toBeVisible();
  await expect(page.locator(".app-changes")).toContainText(
    `${board}: puts its money into the fund`,
  );
  await page.getByRole("button", { name: "Save the pooled budget" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dual diagnosis in Bradford");
  await settled(page);
  const address = new URL(page.url()).pathname;
  expect(address).toMatch(/^\/pools\/pool_/);

  // What the law says of it, with its source.
  const found = region(page, "What is found of it");
  const breach = found.getByRole("row").filter({ hasText: "A rule is broken" });
  await expect(breach).toContainText("Emergency ambulance services");
  await expect(breach.getByRole("link", { name: /SI 2000\/617, regulation 5/ })).toHaveAttribute(
    "href",
    "https://www.legislation.gov.uk/uksi/2000/617/regulation/5",
  );
  await expect(found).toContainText("No deciding body is on record");

  // It is changed as the findings ask.
  await page.getByRole("link", { name: "Change this pooled budget" }).click();
  await settled(page);
  await page.getByLabel("Emergency ambulance services").uncheck();
  await page.getByLabel("Notice that a member gives to leave").fill("6");
  const consulted = page.getByRole("group", { name: /^When those affected/ });
  await consulted.getByLabel("Month").fill("1");
  await consulted.getByLabel("Year").fill("2026");
  await page.getByLabel("Committee that decides").fill("Joint committee");
  await page.getByLabel("Post that manages the fund").fill("Head of joint commissioning");
  await page.getByLabel("How value added tax is treated").fill("The council recovers it");
  await page.getByLabel("Why you change it").fill("As the findings ask");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(found).toContainText("No rule that the program knows is broken");

  // Contributions, to the penny, are in the ledger.
  const record = page.locator("section").filter({ hasText: "Record a move of money in" });
  for (const [member, amount] of [
    [board, "300,000"],
    [council, "120000.50"],
  ] as const) {
    await record.getByLabel("Whose money").selectOption({ label: member });
    await record.getByLabel("How much").fill(amount);
    await day(page, "When it was made", "1", "4", "2026");
    await record.getByLabel("Why it is recorded").fill("The agreed contributions");
    await record.getByRole("button", { name: "Record the move" }).click();
    await expect(record.getByText("Recorded. The ledger above has it.")).toBeVisible();
  }
  await settled(page);
  await expect(region(page, "Ledger")).toContainText("£420,000.50 was put in");
  await expect(region(page, "Members").getByRole("row").filter({ hasText: board })).toContainText(
    "71.4%",
  );
  // What names no funding stream is found.
  await expect(found).toContainText("funding stream");

  // The risk is worked out of a seed that the address keeps.
  await page.getByLabel("What it is the cost of").fill("The team");
  await page.getByLabel("It costs at least").fill("400000");
  await page.getByLabel("It costs most likely").fill("430000");
  await page.getByLabel("It costs at most").fill("480000");
  await page.getByLabel("Seed").fill("2026");
  await page.getByRole("button", { name: "Work out the risk" }).click();
  const overspend = region(page, "Overspend in 2026/27");
  await expect(overspend).toContainText(/In [\d,]+ of 10,000 draws/);
  const told = await overspend
    .getByText(/of 10,000 draws/)
    .first()
    .textContent();
  expect(new URL(page.url()).searchParams.get("seed")).toBe("2026");

  await page.reload();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dual diagnosis in Bradford");
  await expect(overspend.getByText(/of 10,000 draws/).first()).toHaveText(told ?? "");
  await expect(region(page, "Ledger")).toContainText("£420,000.50 was put in");

  // Whoever may not see it is not told that it is there.
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("or none that you may see")).toBeVisible();
});

test("a pooled budget is planned and saved by keyboard alone", async ({ page, open, server }) => {
  test.setTimeout(240_000);
  const token = server.token("commissioner", ...asBoard);
  await open("/pools");
  await page.evaluate((one) => sessionStorage.setItem("throughcare.token", one), token);
  await open("/pools");
  const press = async (key: string) => page.keyboard.press(key);
  const to = async (target: Locator, name: string) => {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await press("Tab");
    }
    throw new Error(`Tab does not lead to: ${name}`);
  };
  const field = (label: string) => to(page.getByLabel(label, { exact: true }), label);
  const type = async (label: string, text: string) => {
    await field(label);
    await page.keyboard.type(text);
  };
  const pick = async (label: string, name: string) => {
    await type(label, name);
    await to(page.getByRole("button", { name, exact: true }), name);
    await press("Enter");
  };
  await to(page.getByRole("link", { name: "Plan a pooled budget" }), "Plan a pooled budget");
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Plan a pooled budget");
  await settled(page);
  await type("What it is called", "Planned by keyboard");
  await type("What it is for", "One team for people with both needs.");
  await type("Legal form", "Pooled fund");
  await to(page.getByLabel(/^Arranging or providing health services/), "health services");
  await press("Space");
  const first = page.getByRole("group", { name: "First day", exact: true });
  await to(first.getByLabel("Day"), "First day");
  await page.keyboard.type("1");
  await press("Tab");
  await page.keyboard.type("4");
  await press("Tab");
  await page.keyboard.type("2027");
  await pick("The body that holds it", council);
  await pick("Body of member 1", board);
  await pick("Body of member 2", council);
  await type("Who bears an overspend", "Each in");
  await type("Why it is entered", "A plan for discussion");
  await to(page.getByRole("button", { name: "Save the pooled budget" }), "Save");
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Planned by keyboard");
  await expect(page.locator("main")).toBeFocused();
  await expect(page.getByLabel("Members", { exact: true }).first()).toContainText(council);
  await settled(page);
});

test("a token that ends while the form is half filled loses nothing that was typed", async ({
  page,
  open,
  server,
  complaints,
}) => {
  test.setTimeout(240_000);
  const began = Date.now();
  const seconds = 20;
  const token = server.token("commissioner", ...asBoard, "--for", `${seconds}s`);
  await page.addInitScript((one) => {
    if (!sessionStorage.getItem("begun")) sessionStorage.setItem("throughcare.token", one);
    sessionStorage.setItem("begun", "yes");
  }, token);
  await open("/pools?plan=new");
  await page.getByLabel("What it is called").fill("Kept over a sign-in");
  await page.getByLabel("Legal form").selectOption("ALIGNED_BUDGETS");
  await choose(page, "Body of member 1", board);
  await page.getByLabel("Why it is entered").fill("A plan for discussion");
  // A server accepts a token for half a minute longer, as clocks differ.
  await page.waitForTimeout(Math.max(0, began + (seconds + 32) * 1000 - Date.now()));
  await page.getByRole("button", { name: "Try it without saving" }).click();
  await expect(page.getByRole("heading", { name: "Your sign-in has ended" })).toBeVisible();
  const kept = async () => {
    await expect(page.getByLabel("What it is called")).toHaveValue("Kept over a sign-in");
    await expect(page.getByLabel("Legal form")).toHaveValue("ALIGNED_BUDGETS");
    await expect(page.locator(".app-picked").filter({ hasText: board }).first()).toBeVisible();
    await expect(page.getByLabel("Why it is entered")).toHaveValue("A plan for discussion");
  };
  await kept();
  await page.getByLabel("Token").fill(server.token("commissioner", ...asBoard));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
  await kept();
  // Also a reload loses nothing.
  await page.reload();
  await settled(page);
  await kept();
  await page.getByLabel("What it is for").fill("One team for people with both needs.");
  await day(page, "First day", "1", "4", "2027");
  await choose(page, "The body that holds it", council);
  await page.getByLabel("Who bears an overspend").selectOption("BY_CONTRIBUTION");
  await page.getByRole("button", { name: "Save the pooled budget" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kept over a sign-in");
  await settled(page);
  // That a token was refused, the browser tells too.
  expect(complaints.some((one) => one.includes("401"))).toBe(true);
  complaints.length = 0;
});

test("somebody else’s change is shown with both sides, and nothing is written over it unasked", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(240_000);
  const admin = server.token("admin");
  const ask = async (query: string) => {
    const answer = await fetch(`${server.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${admin}` },
      body: JSON.stringify({ query }),
    });
    return (await answer.json()) as {
      data: { savePool: { nodeId: string; written: boolean; problems: unknown[] } };
    };
  };
  const body = `body_${Buffer.from("body:bradford-council").toString("base64url")}`;
  const { data } = await ask(`mutation { savePool(input: { name: "Changed by two"
    legalForm: ALIGNED_BUDGETS, host: "${body}", purpose: "To be changed.", startsOn: "2026-04-01"
    riskShare: BY_CONTRIBUTION, visibility: PUBLIC, reason: "An illustration."
    members: [{ body: "${body}", part: ALIGNING }] }) { nodeId written problems { message } } }`);
  expect(data.savePool).toMatchObject({ written: true, problems: [] });
  const id = data.savePool.nodeId;
  await open(`/pools/${id}`);
  await page.evaluate((one) => sessionStorage.setItem("throughcare.token", one), admin);
  await open(`/pools/${id}?do=edit`);
  await page.getByLabel("Notice that a member gives to leave").fill("3");
  await page.getByLabel("Why you change it").fill("Three months are enough");
  const theirs = await ask(`mutation { savePool(input: { id: "${id}", expectedVersion: 1
    exitNoticeMonths: 12, reason: "A year." }) { nodeId written problems { message } } }`);
  expect(theirs.data.savePool.written).toBe(true);
  await page.getByRole("button", { name: "Save the changes" }).click();
  const conflict = page.getByRole("alert", { name: "Somebody else changed this" });
  await expect(conflict).toContainText("12");
  await expect(conflict).toContainText("3");
  await expect(page.getByLabel("Notice that a member gives to leave")).toHaveValue("3");
  await conflict.getByRole("button", { name: "Write mine over theirs" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Changed by two");
  await expect(page.getByText("3 months")).toBeVisible();
});

test("whoever is not signed in is told so and how to sign in, and cannot save", async ({
  page,
  open,
}) => {
  await open("/pools?plan=new");
  await expect(
    page.getByText("You are not signed in, so you cannot save or try this"),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the pooled budget" })).toBeDisabled();
  await page.getByLabel("What it is called").fill("Typed before signing in");
  await page.getByRole("link", { name: "How to get a token" }).click();
  await expect(page.getByRole("heading", { name: "Where to get a token" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("What it is called")).toHaveValue("Typed before signing in");
  await settled(page);
});
