import { password } from "./rig/server.ts";
import { expect, test } from "./rig/test.ts";

/** Chromium's own stand-in for a fingerprint reader. Passkeys belong to a name, so the server is asked by one. */
test("a passkey signs in without a password, until it is removed", async ({ server, visit, guard }) => {
  const url = server.url.replace("127.0.0.1", "localhost");
  await server.setUp("Ada");
  const ada = await visit();
  const devtools = await ada.page.context().newCDPSession(ada.page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await ada.signIn({ url }, "Ada");
  await ada.page.goto(`${url}/settings/account`);
  await ada.button("Add a passkey").click();
  await ada.page.getByLabel("Your password", { exact: true }).fill(password);
  await ada.page.getByLabel("Name", { exact: true }).fill("Thumb");
  await ada.button("Continue").click();
  await expect(ada.page.getByText("never used")).toBeVisible();

  const signOut = async () => {
    await ada.page.goto(`${url}/settings`);
    await ada.button("Sign out").click();
    await ada.page.getByRole("dialog").getByRole("button", { name: "Sign out", exact: true }).click();
  };
  await signOut();
  await ada.button("Sign in with a passkey").click();
  await expect(ada.connection).toHaveText("Live");

  await ada.page.goto(`${url}/settings/account`);
  await ada.button("Remove the passkey “Thumb”").click();
  await ada.page.getByLabel("Your password", { exact: true }).fill(password);
  await ada.button("Remove").click();
  await expect(ada.page.getByText("You have no passkey yet.")).toBeVisible();
  await signOut();
  guard.expects(401);
  await ada.button("Sign in with a passkey").click();
  await expect(ada.page.getByRole("alert")).toContainText("not accepted");
});
