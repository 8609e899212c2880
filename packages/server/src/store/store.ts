import { AuditReads, AuditWrites } from "./audit.ts";
import { BanReads, BanWrites } from "./bans.ts";
import { DraftReads, DraftWrites } from "./drafts.ts";
import type { Engine } from "./engine.ts";
import { InvitationReads, InvitationWrites } from "./invitations.ts";
import { MemberReads, MemberWrites } from "./members.ts";
import { MessageReads, MessageWrites } from "./messages.ts";
import { MuteWrites } from "./mutes.ts";
import type { Runner, Statement } from "./prepared.ts";
import { ReceiptReads, ReceiptWrites } from "./receipts.ts";
import { ReportReads, ReportWrites } from "./reports.ts";
import { RoomStateReads } from "./room-states.ts";
import { RoomViewReads } from "./room-views.ts";
import { RoomReads, RoomWrites } from "./rooms.ts";
import { ServerSettingReads, ServerSettingWrites } from "./server-settings.ts";
import { SessionReads, SessionWrites } from "./sessions.ts";
import { SuspensionReads, SuspensionWrites } from "./suspensions.ts";
import { UserReads, UserWrites } from "./users.ts";
import { WarningReads, WarningWrites } from "./warnings.ts";

/** Everything that can be asked of the database. It cannot write: it has no function that does. */
export interface Reader {
  readonly serverSettings: ServerSettingReads;
  readonly users: UserReads;
  readonly sessions: SessionReads;
  readonly rooms: RoomReads;
  readonly roomStates: RoomStateReads;
  readonly roomViews: RoomViewReads;
  readonly members: MemberReads;
  readonly messages: MessageReads;
  readonly receipts: ReceiptReads;
  readonly drafts: DraftReads;
  readonly invitations: InvitationReads;
  readonly suspensions: SuspensionReads;
  readonly warnings: WarningReads;
  readonly reports: ReportReads;
  readonly audit: AuditReads;
  readonly bans: BanReads;
}

/** A Reader inside one transaction, that can also write. Used after its transaction it throws. */
export interface Writer extends Reader {
  readonly serverSettings: ServerSettingWrites;
  readonly users: UserWrites;
  readonly sessions: SessionWrites;
  readonly rooms: RoomWrites;
  readonly members: MemberWrites;
  readonly messages: MessageWrites;
  readonly receipts: ReceiptWrites;
  readonly drafts: DraftWrites;
  readonly invitations: InvitationWrites;
  readonly mutes: MuteWrites;
  readonly suspensions: SuspensionWrites;
  readonly warnings: WarningWrites;
  readonly reports: ReportWrites;
  readonly audit: AuditWrites;
  readonly bans: BanWrites;
}

export interface Store {
  readonly reader: Reader;
  /** See Engine.transact. `work` may be run again after a lost race, so it has no effects but through the Writer. */
  transact<T>(work: (writer: Writer) => Promise<T>, committed?: (result: T) => void): Promise<T>;
  readonly durability: string;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function createStore(engine: Engine): Store {
  return {
    reader: readerOn(engine.reader),
    transact: (work, committed = () => undefined) =>
      engine.transact(async (runner) => {
        const own = new OwnRunner(runner);
        try {
          return await work(writerOn(own));
        } finally {
          own.close();
        }
      }, committed),
    durability: engine.durability,
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

function readerOn(runner: Runner): Reader {
  return {
    serverSettings: new ServerSettingReads(runner),
    users: new UserReads(runner),
    sessions: new SessionReads(runner),
    rooms: new RoomReads(runner),
    roomStates: new RoomStateReads(runner),
    roomViews: new RoomViewReads(runner),
    members: new MemberReads(runner),
    messages: new MessageReads(runner),
    receipts: new ReceiptReads(runner),
    drafts: new DraftReads(runner),
    invitations: new InvitationReads(runner),
    suspensions: new SuspensionReads(runner),
    warnings: new WarningReads(runner),
    reports: new ReportReads(runner),
    audit: new AuditReads(runner),
    bans: new BanReads(runner),
  };
}

function writerOn(runner: Runner): Writer {
  return {
    serverSettings: new ServerSettingWrites(runner),
    users: new UserWrites(runner),
    sessions: new SessionWrites(runner),
    rooms: new RoomWrites(runner),
    roomStates: new RoomStateReads(runner),
    roomViews: new RoomViewReads(runner),
    members: new MemberWrites(runner),
    messages: new MessageWrites(runner),
    receipts: new ReceiptWrites(runner),
    drafts: new DraftWrites(runner),
    invitations: new InvitationWrites(runner),
    mutes: new MuteWrites(runner),
    suspensions: new SuspensionWrites(runner),
    warnings: new WarningWrites(runner),
    reports: new ReportWrites(runner),
    audit: new AuditWrites(runner),
    bans: new BanWrites(runner),
  };
}

/** A writer kept beyond its transaction would write into somebody else's. */
class OwnRunner implements Runner {
  readonly compiler: Runner["compiler"];
  readonly statements: Runner["statements"];
  readonly hasOneWriter: boolean;
  readonly #runner: Runner;
  #isOpen = true;

  constructor(runner: Runner) {
    this.compiler = runner.compiler;
    this.statements = runner.statements;
    this.hasOneWriter = runner.hasOneWriter;
    this.#runner = runner;
  }

  close(): void {
    this.#isOpen = false;
  }

  all(statement: Statement, values: readonly unknown[]): Promise<unknown[]> {
    return this.#isOpen ? this.#runner.all(statement, values) : Promise.reject(closedError());
  }

  first(statement: Statement, values: readonly unknown[]): Promise<unknown> {
    return this.#isOpen ? this.#runner.first(statement, values) : Promise.reject(closedError());
  }

  run(statement: Statement, values: readonly unknown[]): Promise<number> {
    return this.#isOpen ? this.#runner.run(statement, values) : Promise.reject(closedError());
  }
}

function closedError(): Error {
  return new Error("A writer was used after its transaction.");
}
