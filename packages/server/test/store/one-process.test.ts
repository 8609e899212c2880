import { expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { FolderInUseError } from "../../src/store/dialects/folder-lock.ts";
import { populate } from "../person.ts";
import { loggerTo, startServer, testConfig } from "../start-server.ts";

test("a second server on the same folder is refused, and the first goes on; afterwards it may", async () => {
  const server = await startServer();
  const [anna] = await populate(server, ["Anna"]);
  const second = createApp({ config: testConfig(server.folder, server.databaseUrl), logger: loggerTo([]) });
  await expect(second).rejects.toThrow(FolderInUseError);
  await expect(second).rejects.toThrow(
    /^Another Parley is running on .+\. Stop it first, or set PARLEY_DATA to another folder\.$/,
  );
  expect(await anna.codeOf("sync:open", {})).toBe("ok");
  await server.halt();
  const again = await server.again();
  expect(await again.app.isSetUp()).toBe(true);
  await again.halt();
  await server.stop();
});

test("a port that is taken is said so, and leaves the folder free", async () => {
  const [server, other] = [await startServer(), await startServer()];
  await other.halt();
  const config = { ...testConfig(other.folder, other.databaseUrl), port: server.app.port };
  await expect(createApp({ config, logger: loggerTo([]) })).rejects.toThrow("EADDRINUSE");
  const again = await other.again();
  await again.halt();
  await server.stop();
  await other.stop();
});

test("two servers in one process do not know of each other", async () => {
  const [one, two] = [await startServer(), await startServer()];
  const [anna] = await populate(one, ["Anna"]);
  expect(await two.app.isSetUp()).toBe(false);
  const [bea] = await populate(two, ["Bea"]);
  expect((await bea.do("user:find", { text: "" })).people).toEqual([]);
  expect(await anna.codeOf("sync:open", {})).toBe("ok");
  await one.stop();
  await two.stop();
});
