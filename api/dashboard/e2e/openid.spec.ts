/* Signing in with one's organisation, at a provider of our own on this machine. */
import { type Provider, freeAddress, settingsFor, startProvider } from "./provider.ts";
import { startServer } from "./server.ts";
import { expect, test as base } from "./test.ts";

interface World {
  provider: Provider;
}

const test = base.extend<object, World>({
  provider: [
    async ({}, use) => {
      const provider = await startProvider();
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
  serverOf: [
    async ({ provider }, use) => {
      const address = await freeAddress();
      const server = await startServer(settingsFor(provider, address), new URL(address).host);
      await use(async () => server);
      await server.remove();
    },
    { scope: "worker" },
  ],
});

test.beforeEach(({ provider }) => {
  provider.role = "commissioner";
  provider.isDown = false;
});

/** The browser is at the provider in the meantime, which is another host. */
function forgive(complaints: string[], provider: Provider): void {
  const others = complaints.filter((one) => !one.includes(provider.address));
  complaints.length = 0;
  complaints.push(...others);
}

test("one signs in with one's organisation and is back where one was", async ({
  page,
  open,
  complaints,
  provider,
}) => {
  await open("/areas/E06000042?asOf=2030-04-01");
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Sign in with your organisation" }).click();
  await page.getByRole("link", { name: "I am Ann" }).click();
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Milton Keynes");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
    "/areas/E06000042?asOf=2030-04-01",
  );
  await page.getByRole("link", { name: "Signed in" }).click();
  await expect(page.getByText("ann", { exact: true })).toBeVisible();
  await expect(page.getByText("a commissioner: you write for")).toBeVisible();

  // Nothing that lets anybody in is in the cookies of the page or in what one goes back to.
  expect(await page.context().cookies()).toEqual([]);
  await page.goBack();
  expect(page.url()).not.toContain("code=");
  forgive(complaints, provider);
});

test("each refusal says what it is, and one can try again", async ({
  page,
  open,
  complaints,
  provider,
}) => {
  const begin = async () => {
    await page.getByRole("link", { name: "Sign in with your organisation" }).click();
  };
  await open("/sign-in?back=%2Fareas");
  await begin();
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(page.getByRole("alert")).toContainText("Your organisation did not sign you in");

  provider.role = undefined;
  await begin();
  await page.getByRole("link", { name: "I am Ann" }).click();
  await expect(page.getByRole("alert")).toContainText("You have no role here yet");

  provider.role = "commissioner";
  provider.isDown = true;
  await begin();
  await page.getByRole("link", { name: "I am Ann" }).click();
  await expect(page.getByRole("alert")).toContainText("does not answer");

  await page.goto("/sign-in/openid/back?state=guessed&code=guessed");
  await expect(page.getByRole("alert")).toContainText("This sign-in has ended");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");

  provider.isDown = false;
  await page.goto("/sign-in?back=%2Fareas");
  await begin();
  await page.getByRole("link", { name: "I am Ann" }).click();
  await expect(page.getByRole("link", { name: "Signed in" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/areas");
  forgive(complaints, provider);
});
