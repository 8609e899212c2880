import { clientId, clientSecret, TestProvider } from "@parley/server/identity-provider";
import { test as base, expect } from "./rig/test.ts";

/** To a browser this is another site than the server: on the way back only some cookies are sent. */
const test = base.extend<{ provider: TestProvider }>({
  provider: async ({ guard }, use) => {
    const provider = await new TestProvider("localhost").start();
    guard.allows(provider.issuer);
    await use(provider);
    await provider.stop();
  },
  settings: async ({ provider }, use) => {
    await use({
      PARLEY_OIDC_ISSUER: provider.issuer,
      PARLEY_OIDC_CLIENT_ID: clientId,
      PARLEY_OIDC_CLIENT_SECRET: clientSecret,
      PARLEY_OIDC_NAME: "House of Ada",
    });
  },
});

test("the account of another house leads in, to where one wanted to go, and is the same ever after", async ({
  server,
  provider,
  visit,
}) => {
  await server.setUp("Ada");
  provider.person = { sub: "1", preferred_username: "grace", name: "Grace Hopper" };
  for (const device of [await visit(), await visit()]) {
    await device.page.goto(`${server.url}/settings/profile`);
    const way = device.page.getByRole("link", { name: "House of Ada" });
    await expect(way).toBeVisible();
    await device.isAccessible("a sign-in with another house");
    await way.click();
    await expect(device.page.getByLabel("User name")).toHaveValue("grace");
    await expect(device.page).toHaveURL(`${server.url}/settings/profile`);
    await expect(device.connection).toHaveText("Live");
  }
});

test("whoever comes back without a sign-in is told why, and may try again", async ({ server, provider, visit }) => {
  await server.setUp("Ada");
  const grace = await visit();
  const way = grace.page.getByRole("link", { name: "House of Ada" });
  const told = grace.page.getByRole("alert");
  await grace.page.goto(`${server.url}/sign-in`);
  provider.isDown = true;
  await way.click();
  await expect(told).toHaveText("The sign-in there does not answer. Try again in a moment.");
  provider.isDown = false;
  provider.isRefusing = true;
  await way.click();
  await expect(told).toHaveText("The sign-in there was not completed. Try again.");
  await expect(grace.page).toHaveURL(`${server.url}/sign-in?refused=wrong_credentials`);
  await grace.isAccessible("a sign-in that another house refused");
  provider.isRefusing = false;
  await way.click();
  await expect(grace.connection).toHaveText("Live");
});
