import { expect, test } from "vitest";
import { areLinkPreviewsOn, previewableLink } from "./link-previews.ts";

const link = (body: string) => previewableLink(body, "chat.site");

test.each([
  ...["http://localhost/", "http://printer/", "https://nas.local/", "https://wiki.corp/x", "http://a.internal./"],
  ...["http://192.168.1.1/", "http://[::1]/", "http://8.8.8.8/", "https://hidden.onion/", "https://news.site:8443/"],
  ...["https://chat.site/join/secret", `https://news.site/${"a".repeat(2_000)}`, "||https://news.site||", "plain"],
])("%s gets no box", (body) => {
  expect(link(body)).toBeUndefined();
});

test("a link to the open internet does", () => {
  expect(link("see https://news.site/a#b")).toBe("https://news.site/a#b");
  expect(link("http://münchen.de")).toBe("http://xn--mnchen-3ya.de/");
});

test("what the configuration says goes before what administrators chose; nobody said anything: off", () => {
  expect(
    [undefined, "off", "on"].map((linkPreviews) => areLinkPreviewsOn(linkPreviews ? { linkPreviews } : {}, null)),
  ).toEqual([false, false, true]);
  expect([areLinkPreviewsOn({ linkPreviews: "on" }, false), areLinkPreviewsOn({}, true)]).toEqual([false, true]);
});
