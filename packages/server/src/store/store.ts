import { type Clock, systemClock } from "../lib/clock.ts";
import { AccountReads, AccountWrites } from "./accounts.ts";
import { AcquaintanceReads, AcquaintanceWrites } from "./acquaintances.ts";
import { AuditReads, AuditWrites } from "./audit.ts";
import { AvatarReads, AvatarWrites } from "./avatars.ts";
import { BanReads, BanWrites } from "./bans.ts";
import { ChallengeReads, ChallengeWrites } from "./challenges.ts";
import { DepartureReads, DepartureWrites } from "./departures.ts";
import { DraftReads, DraftWrites } from "./drafts.ts";
import type { Engine } from "./engine.ts";
import { ErasureReads, ErasureWrites } from "./erasures.ts";
import { ExportReads, ExportWrites } from "./exports.ts";
import { FrozenReceiptReads, FrozenReceiptWrites } from "./frozen-receipts.ts";
import { IdentityReads, IdentityWrites } from "./identities.ts";
import { InvitationReads, InvitationWrites } from "./invitations.ts";
import { MemberReads, MemberWrites } from "./members.ts";
import { MessageReads, MessageWrites } from "./messages.ts";
import { MuteWrites } from "./mutes.ts";
import type { TimedRunner } from "./noun.ts";
import { PasskeyReads, PasskeyWrites } from "./passkeys.ts";
import type { Runner, Statement } from "./prepared.ts";
import { ProfileReads, ProfileWrites } from "./profiles.ts";
import { PurgeReads, PurgeWrites } from "./purges.ts";
import { ReceiptReads, ReceiptWrites } from "./receipts.ts";
import { RegardReads, RegardWrites } from "./regards.ts";
import { RelationReads, RelationWrites } from "./relations.ts";
import { ReportReads, ReportWrites } from "./reports.ts";
import { RequestReads } from "./requests.ts";
import { RoomStateReads } from "./room-states.ts";
import { RoomViewReads } from "./room-views.ts";
import { RoomReads, RoomWrites } from "./rooms.ts";
import { ServerSettingReads, ServerSettingWrites } from "./server-settings.ts";
import { SessionReads, SessionWrites } from "./sessions.ts";
import { SuspensionReads, SuspensionWrites } from "./suspensions.ts";
import { UserRoleWrites } from "./user-roles.ts";
import { UserReads, UserWrites } from "./users.ts";
import { WarningReads, WarningWrites } from "./warnings.ts";

/** Everything that can be asked of the database. It cannot write: it has no function that does. */
export interface Reader {
  readonly serverSettings: ServerSettingReads;
  readonly users: UserReads;
  readonly profiles: ProfileReads;
  readonly avatars: AvatarReads;
  readonly accounts: AccountReads;
  readonly passkeys: PasskeyReads;
  readonly challenges: ChallengeReads;
  readonly identities: IdentityReads;
  readonly departures: DepartureReads;
  readonly sessions: SessionReads;
  readonly rooms: RoomReads;
  readonly roomStates: RoomStateReads;
  readonly roomViews: RoomViewReads;
  readonly members: MemberReads;
  readonly messages: MessageReads;
  readonly receipts: ReceiptReads;
  readonly frozenReceipts: FrozenReceiptReads;
  readonly requests: RequestReads;
  readonly drafts: DraftReads;
  readonly erasures: ErasureReads;
  readonly purges: PurgeReads;
  readonly exports: ExportReads;
  readonly invitations: InvitationReads;
  readonly acquaintances: AcquaintanceReads;
  readonly regards: RegardReads;
  readonly relations: RelationReads;
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
  readonly profiles: ProfileWrites;
  readonly avatars: AvatarWrites;
  readonly accounts: AccountWrites;
  readonly passkeys: PasskeyWrites;
  readonly challenges: ChallengeWrites;
  readonly identities: IdentityWrites;
  readonly departures: DepartureWrites;
  readonly sessions: SessionWrites;
  readonly rooms: RoomWrites;
  readonly members: MemberWrites;
  readonly messages: MessageWrites;
  readonly receipts: ReceiptWrites;
  readonly frozenReceipts: FrozenReceiptWrites;
  readonly drafts: DraftWrites;
  readonly erasures: ErasureWrites;
  readonly purges: PurgeWrites;
  readonly exports: ExportWrites;
  readonly invitations: InvitationWrites;
  readonly acquaintances: AcquaintanceWrites;
  readonly regards: RegardWrites;
  readonly relations: RelationWrites;
  readonly mutes: MuteWrites;
  readonly userRoles: UserRoleWrites;
  readonly suspensions: SuspensionWrites;
  readonly warnings: WarningWrites;
  readonly reports: ReportWrites;
  readonly audit: AuditWrites;
  readonly bans: BanWrites;
}

export interface Store {
  readonly reader: Reader;
  /** See Engine.transact. `work` may be run again after a lost race, so it has no effects but through the Writer. */
  transact<T>(work: (writer: Writer) => Promise<T>, committed?: (result: T) => void, line?: object): Promise<T>;
  readonly durability: string;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** By `clock` it knows what is past its time. */
export function createStore(engine: Engine, clock: Clock = systemClock): Store {
  return {
    reader: readerOn(new OwnRunner(engine.reader, clock)),
    transact: (work, committed = () => undefined, line) =>
      engine.transact((runner) => new OwnRunner(runner, clock).lend(work), committed, line),
    durability: engine.durability,
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

function readerOn(runner: TimedRunner): Reader {
  return {
    serverSettings: new ServerSettingReads(runner),
    users: new UserReads(runner),
    profiles: new ProfileReads(runner),
    avatars: new AvatarReads(runner),
    accounts: new AccountReads(runner),
    passkeys: new PasskeyReads(runner),
    challenges: new ChallengeReads(runner),
    identities: new IdentityReads(runner),
    departures: new DepartureReads(runner),
    sessions: new SessionReads(runner),
    rooms: new RoomReads(runner),
    roomStates: new RoomStateReads(runner),
    roomViews: new RoomViewReads(runner),
    members: new MemberReads(runner),
    messages: new MessageReads(runner),
    receipts: new ReceiptReads(runner),
    frozenReceipts: new FrozenReceiptReads(runner),
    requests: new RequestReads(runner),
    drafts: new DraftReads(runner),
    erasures: new ErasureReads(runner),
    purges: new PurgeReads(runner),
    exports: new ExportReads(runner),
    invitations: new InvitationReads(runner),
    acquaintances: new AcquaintanceReads(runner),
    regards: new RegardReads(runner),
    relations: new RelationReads(runner),
    suspensions: new SuspensionReads(runner),
    warnings: new WarningReads(runner),
    reports: new ReportReads(runner),
    audit: new AuditReads(runner),
    bans: new BanReads(runner),
  };
}

function writerOn(runner: TimedRunner): Writer {
  return {
    serverSettings: new ServerSettingWrites(runner),
    users: new UserWrites(runner),
    profiles: new ProfileWrites(runner),
    avatars: new AvatarWrites(runner),
    accounts: new AccountWrites(runner),
    passkeys: new PasskeyWrites(runner),
    challenges: new ChallengeWrites(runner),
    identities: new IdentityWrites(runner),
    departures: new DepartureWrites(runner),
    sessions: new SessionWrites(runner),
    rooms: new RoomWrites(runner),
    roomStates: new RoomStateReads(runner),
    roomViews: new RoomViewReads(runner),
    members: new MemberWrites(runner),
    messages: new MessageWrites(runner),
    receipts: new ReceiptWrites(runner),
    frozenReceipts: new FrozenReceiptWrites(runner),
    requests: new RequestReads(runner),
    drafts: new DraftWrites(runner),
    erasures: new ErasureWrites(runner),
    purges: new PurgeWrites(runner),
    exports: new ExportWrites(runner),
    invitations: new InvitationWrites(runner),
    acquaintances: new AcquaintanceWrites(runner),
    regards: new RegardWrites(runner),
    relations: new RelationWrites(runner),
    mutes: new MuteWrites(runner),
    userRoles: new UserRoleWrites(runner),
    suspensions: new SuspensionWrites(runner),
    warnings: new WarningWrites(runner),
    reports: new ReportWrites(runner),
    audit: new AuditWrites(runner),
    bans: new BanWrites(runner),
  };
}

/** A writer kept beyond its transaction would write into somebody else's. */
class OwnRunner implements TimedRunner {
  readonly compiler: Runner["compiler"];
  readonly statements: Runner["statements"];
  readonly hasOneWriter: boolean;
  readonly #runner: Runner;
  readonly #clock: Clock;
  #isOpen = true;

  constructor(runner: Runner, clock: Clock) {
    this.compiler = runner.compiler;
    this.statements = runner.statements;
    this.hasOneWriter = runner.hasOneWriter;
    this.#runner = runner;
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  async lend<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    try {
      return await work(writerOn(this));
    } finally {
      this.#isOpen = false;
    }
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
