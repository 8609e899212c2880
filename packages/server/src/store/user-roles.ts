import type { User, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const setOne = prepared<{ userId: UserId; role: User["role"] }>()((db, p) =>
  db.updateTable("users").set({ role: p.role }).where("id", "=", p.userId),
);

/** Who runs the server. What is asked of it comes with the person. */
export class UserRoleWrites extends Noun {
  async set(userId: UserId, role: User["role"]): Promise<void> {
    await setOne.run(this.runner, { userId, role });
  }
}
