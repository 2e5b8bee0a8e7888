/* Entries of the register: two people at one entry, a token that ends while one types, a server
 * that is away when one saves. In each case nothing is lost and nobody is overwritten. */
import type { Page } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { another, signedIn } from "./people.ts";
import type { Server } from "./server.ts";
import { expect, settled, test } from "./test.ts";

const moj = ["--body", "body:ministry-of-justice"];

async function ask(server: Server, role: string, query: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${server.token(role)}`,
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await answer.json()) as {
    data: Record<string, unknown>;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

/** The id of a service by its title. */
async function service(server: Server, title: string): Promise<string> {
  const data = (await ask(
    server,
    "admin",
    `{ services(first: 1, filter: { title: { eq: ${JSON.stringify(title)} } }) { nodes { id } } }`,
  )) as { services: { nodes: { id: string }[] } };
  const id = data.services.nodes[0]?.id;
  if (!id) throw new Error(`There is no service “${title}”.`);
  return id;
}

const why = (page: Page) => page.getByLabel("Why", { exact: true });
const look = (page: Page) => page.getByRole("button", { name: "See what would change" }).click();

test("of two commissioners at one entry, the second sees both sides and nothing is lost", async ({
  page,
  server,
  browser,
}) => {
  test.setTimeout(180_000);
  const id = await service(server, "Women's services, Rochdale");
  await signedIn(page, server, "commissioner", [...moj, "--subject", "anna"]);
  await page.goto(`/register/entries/${id}/edit`);
  await settled(page);
  await page.getByLabel("What it is called").fill("Women's services, Rochdale (Anna)");
  await page.getByLabel("For whom").selectOption({ index: 2 });
  const cohort = await page.getByLabel("For whom").inputValue();

  const other = await another(browser, server, "commissioner", [...moj, "--subject", "ben"]);
  await other.goto(`/register/entries/${id}/edit`);
  await settled(other);
  await other.getByLabel("What it is called").fill("Women's services, Rochdale (Ben)");
  await other.getByRole("button", { name: "Add another body" }).click();
  const body = other.getByRole("group", { name: /^Body \d+$/ }).last();
  await body.getByLabel("Body", { exact: true }).fill("Achieve");
  await body.getByRole("button", { name: "Achieve NW" }).click();
  await body.getByLabel("Its part").selectOption("Provides a part of it");
  await why(other).fill("Ben was here.");
  await look(other);
  await other.getByRole("button", { name: "Write it" }).click();
  await expect(other.getByText(/Written to the register, in revision/)).toBeVisible();
  await other.context().close();

  await why(page).fill("Anna knows better.");
  await look(page);
  const sides = page.getByRole("region", { name: "Somebody else changed this" });
  await expect(sides).toContainText("ben changed it");
  await expect(sides).toContainText("Ben was here.");
  const title = sides.getByLabel("What it is called");
  await expect(title).toContainText("Women's services, Rochdale (Ben)");
  await expect(title).toContainText("Women's services, Rochdale (Anna)");
  await expect(sides.getByLabel("Bodies that take part")).toContainText("Achieve NW");
  // What both changed has to be chosen.
  await sides.getByRole("button", { name: "Go on with this" }).click();
  await expect(sides.getByText("Choose theirs or yours")).toBeVisible();
  await sides.getByLabel("Keep theirs").check();
  await sides.getByRole("button", { name: "Go on with this" }).click();
  await expect(page.getByLabel("What it is called")).toHaveValue(
    "Women's services, Rochdale (Ben)",
  );
  await expect(page.getByLabel("For whom")).toHaveValue(cohort);
  await expect(why(page)).toHaveValue("Anna knows better.");
  await look(page);
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByText(/Written to the register, in revision/)).toBeVisible();

  const { node } = (await ask(
    server,
    "admin",
    `{ node(id: "${id}") { ... on Service { title cohort { code } subcontractors { name } } } }`,
  )) as { node: { title: string; cohort: unknown; subcontractors: unknown[] } };
  expect(node.title).toBe("Women's services, Rochdale (Ben)");
  expect(node.cohort).toEqual({ code: cohort });
  expect(node.subcontractors).toContainEqual({ name: "Achieve NW" });
});

test("a token that ends while a form is half filled loses nothing", async ({
  page,
  server,
  complaints,
}) => {
  test.setTimeout(240_000);
  const id = await service(server, "Women's services, Salford");
  const who = [...moj, "--subject", "anna", "--for", "30s"];
  const token = await signedIn(page, server, "commissioner", who);
  await page.goto(`/register/entries/${id}/edit`);
  await settled(page);
  await page.getByLabel("What it is called").fill("Women's services, Salford and Eccles");
  await why(page).fill("It reaches Eccles too.");
  // The server gives clocks that differ some time on top.
  const status = async () => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const body = JSON.stringify({ query: "{ viewer { role } }" });
    const answer = await fetch(`${server.address}/graphql`, { method: "POST", headers, body });
    return answer.status;
  };
  await expect.poll(status, { timeout: 150_000, intervals: [3000] }).toBe(401);
  await look(page);
  await expect(page.getByRole("heading", { name: "Your sign-in has ended" })).toBeVisible();
  await expect(page.getByLabel("What it is called")).toHaveValue(
    "Women's services, Salford and Eccles",
  );
  await expect(why(page)).toHaveValue("It reaches Eccles too.");
  await page.getByLabel("Token").fill(server.token("commissioner", ...moj, "--subject", "anna"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your sign-in has ended" })).toHaveCount(0);
  await settled(page);
  await look(page);
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByText(/Written to the register, in revision/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Salford and Eccles");
  complaints.length = 0;
});

test("a server that is restarted between typing and saving, and a page that is loaded again, lose nothing", async ({
  page,
  server,
  complaints,
}) => {
  test.setTimeout(180_000);
  const id = await service(server, "Women's services, Tameside");
  await signedIn(page, server, "commissioner", [...moj, "--subject", "anna"]);
  await page.goto(`/register/entries/${id}/edit`);
  await settled(page);
  await page.getByLabel("What it is called").fill("Women's services, Tameside and Glossop");
  await why(page).fill("It reaches Glossop too.");
  await look(page);
  await expect(page.getByRole("region", { name: "What would change" })).toContainText("Glossop");
  await server.stop();
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByRole("heading", { name: "Not sent" })).toBeVisible();
  await expect(page.getByLabel("What it is called")).toHaveValue(
    "Women's services, Tameside and Glossop",
  );
  await server.restart();
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("What it is called")).toHaveValue(
    "Women's services, Tameside and Glossop",
  );
  await expect(why(page)).toHaveValue("It reaches Glossop too.");
  await look(page);
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByText(/Written to the register, in revision/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Glossop");
  complaints.length = 0;
});

test("what a revision changed is put back, and history keeps both", async ({ page, server }) => {
  test.setTimeout(120_000);
  const id = await service(server, "Women's services, Oldham");
  await signedIn(page, server, "commissioner", [...moj, "--subject", "anna"]);
  await page.goto(`/register/entries/${id}/edit`);
  await settled(page);
  await page.getByLabel("What it is called").fill("A slip of the hand");
  await why(page).fill("By mistake.");
  await look(page);
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A slip of the hand");
  await settled(page);
  const first = page.getByRole("region", { name: "History" }).getByRole("listitem").first();
  await expect(first).toContainText("By mistake.");
  await first.getByText("Put back what was before").click();
  await first.getByLabel("Why").fill("It was a slip.");
  await first.getByRole("button", { name: "See what would change" }).click();
  await expect(first).toContainText("Women's services, Oldham");
  await first.getByRole("button", { name: /Put back revision/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Women's services, Oldham");
});

test("a new absence is entered with its evidence, and every kind opens its form", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(240_000);
  await signedIn(page, server, "admin", ["--subject", "keeper"]);
  await open("/register/new/absence?offer=talking_therapies");
  await expect(page.getByLabel("Offer")).toHaveValue("talking_therapies");
  await page.getByLabel("Area, prison or court").fill("E06000042");
  await page.getByRole("button", { name: "Milton Keynes", exact: true }).first().click();
  await page.getByLabel("What it says").fill("No talking therapy is commissioned there.");
  await page.getByLabel("Title of the source").fill("Letter of the board");
  await page.getByLabel("Kind of source").selectOption("Body responsible for the service");
  await page.getByLabel("Who says so").selectOption("The commissioner");
  await why(page).fill("The board has confirmed it.");
  await look(page);
  await expect(page.getByRole("region", { name: "What would change" })).toContainText(
    "Letter of the board",
  );
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in Milton Keynes");

  await open("/register/new");
  const links = page.getByRole("main").locator(".nhsuk-summary-list a");
  await expect(links.first()).toBeVisible();
  const kinds = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  expect(kinds.length).toBeGreaterThan(18);
  for (const path of kinds) {
    await open(path);
    await expect(why(page)).toBeVisible();
  }
});

/** Proposes another title for a service, and gives the id of the proposal. */
async function proposed(server: Server, id: string, title: string): Promise<string> {
  const { node } = (await ask(
    server,
    "analyst",
    `{ node(id: "${id}") { ... on Service { version } } }`,
  )) as { node: { version: number } };
  const { saveService } = (await ask(
    server,
    "analyst",
    `mutation { saveService(input: {
      id: "${id}", expectedVersion: ${node.version}, title: ${JSON.stringify(title)}
      propose: true, reason: "So it is called."
    }) { proposalId problems { message } } }`,
  )) as { saveService: { proposalId: string; problems: unknown[] } };
  expect(saveService.problems).toEqual([]);
  return saveService.proposalId;
}

test("a proposal is accepted with changes, another is declined with a reason", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(120_000);
  const id = await service(server, "Women's services, Stockport");
  const first = await proposed(server, id, "Womens service Stockport");
  await signedIn(page, server, "commissioner", [...moj, "--subject", "anna"]);
  await open(`/register/proposals/${first}`);
  await page.getByRole("link", { name: "Accept with changes" }).click();
  const title = page.getByLabel("What it is called");
  await expect(title).toHaveValue("Womens service Stockport");
  await title.fill("Women's service, Stockport");
  await why(page).fill("Right, but for the apostrophe.");
  await look(page);
  await expect(page.getByText("The proposal is accepted with this instead")).toBeVisible();
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Women's service, Stockport");
  await open(`/register/proposals/${first}`);
  await expect(page.getByText(/By anna on .+, with changes/)).toBeVisible();

  const second = await proposed(server, id, "Something else");
  await open("/register/proposals");
  await page.getByRole("link", { name: /Women's service, Stockport/ }).click();
  await expect(page.getByRole("region", { name: "What it would change" })).toContainText(
    "Something else",
  );
  // Without a reason nothing is decided.
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Say why");
  await why(page).fill("Nobody calls it so.");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText("Nobody calls it so.")).toBeVisible();
  expect(decodeURIComponent(page.url())).toContain(second);
  await open("/register/proposals?state=declined");
  await expect(page.getByRole("row").filter({ hasText: "Nobody calls it so." })).toBeVisible();
});

test("what is shown to those who are signed in breaks no rule of accessibility", async ({
  page,
  open,
  server,
}) => {
  test.setTimeout(420_000);
  const id = await service(server, "Accommodation, Greater Manchester");
  const proposal = await proposed(server, id, "Accommodation in Greater Manchester");
  await signedIn(page, server, "admin", ["--subject", "keeper"]);
  for (const path of [
    "/register",
    "/register/changes",
    "/register/proposals?state=all",
    `/register/proposals/${proposal}`,
    `/register/entries/${id}`,
    `/register/entries/${id}/edit?proposal=${proposal}`,
  ]) {
    await open(path);
    for (const summary of (await page.locator("main details > summary").all()).slice(0, 6)) {
      await summary.evaluate((one) => {
        if (one.parentElement instanceof HTMLDetailsElement) one.parentElement.open = true;
      });
    }
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 30_000 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${path} ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});
