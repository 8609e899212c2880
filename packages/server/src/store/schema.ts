import type { FileTables } from "./schema/files.ts";
import type { MessageTables } from "./schema/messages.ts";
import type { OrderTables } from "./schema/order.ts";
import type { PeopleTables } from "./schema/people.ts";
import type { RoomTables } from "./schema/rooms.ts";
import type { SearchTables } from "./schema/search.ts";
import type { SignInTables } from "./schema/sign-in.ts";

/**
 * The tables, the same on both databases: ids are UUIDv7 text, times epoch ms, booleans 0 or 1, JSON is text that no
 * query looks into. `*_folded` columns carry case-insensitive order and uniqueness.
 */
export interface Database
  extends PeopleTables,
    SignInTables,
    RoomTables,
    MessageTables,
    FileTables,
    OrderTables,
    SearchTables {
  server_settings: { name: string; value: string };
}
