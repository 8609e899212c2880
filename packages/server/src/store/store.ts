import { type Clock, systemClock } from "../lib/clock.ts";
import { AccountReads, AccountWrites } from "./accounts.ts";
import { AcquaintanceReads, AcquaintanceWrites } from "./acquaintances.ts";
import { AdoptedFileWrites } from "./adopted-files.ts";
import { AuditReads, AuditWrites } from "./audit.ts";
import { AvatarReads, AvatarWrites } from "./avatars.ts";
import { BanReads, BanWrites } from "./bans.ts";
import { ChallengeReads, ChallengeWrites } from "./challenges.ts";
import { DepartureReads, DepartureWrites } from "./departures.ts";
import { DraftReads, DraftWrites } from "./drafts.ts";
import { EditReads, EditWrites } from "./edits.ts";
import { EmojiReads, EmojiWrites } from "./emoji.ts";
import type { Engine } from "./engine.ts";
import { ErasureReads, ErasureWrites } from "./erasures.ts";
import { ExportReads, ExportWrites } from "./exports.ts";
import { FileRemovalReads, FileRemovalWrites } from "./file-removals.ts";
import { FileUsageReads, FileUsageWrites } from "./file-usage.ts";
import { FileUseReads, FileUseWrites } from "./file-uses.ts";
import { FileReads, FileWrites } from "./files.ts";
import { FrozenReceiptReads, FrozenReceiptWrites } from "./frozen-receipts.ts";
import { GalleryReads } from "./gallery.ts";
import { IdentityReads, IdentityWrites } from "./identities.ts";
import { InvitationReads, InvitationWrites } from "./invitations.ts";
import { LinkPreviewReads, LinkPreviewWrites } from "./link-previews.ts";
import { MemberReads, MemberWrites } from "./members.ts";
import { MessageReads, MessageWrites } from "./messages.ts";
import { MuteWrites } from "./mutes.ts";
import { type Nouns, nounsOf, type TimedRunner } from "./noun.ts";
import { PasskeyReads, PasskeyWrites } from "./passkeys.ts";
import { PinReads, PinWrites } from "./pins.ts";
import { PollReads, PollWrites } from "./polls.ts";
import type { Runner, Statement } from "./prepared.ts";
import { ProfileReads, ProfileWrites } from "./profiles.ts";
import { PurgeReads, PurgeWrites } from "./purges.ts";
import { ReactionReads, ReactionWrites } from "./reactions.ts";
import { ReceiptReads, ReceiptWrites } from "./receipts.ts";
import { RegardReads, RegardWrites } from "./regards.ts";
import { RelationReads, RelationWrites } from "./relations.ts";
import { ReportReads, ReportWrites } from "./reports.ts";
import { RequestReads } from "./requests.ts";
import { RoomStateReads } from "./room-states.ts";
import { RoomViewReads } from "./room-views.ts";
import { RoomReads, RoomWrites } from "./rooms.ts";
import { SavedReads, SavedWrites } from "./saved.ts";
import { ScheduledReads, ScheduledWrites } from "./scheduled.ts";
import { SearchReads, SearchWrites } from "./search.ts";
import { ServerSettingReads, ServerSettingWrites } from "./server-settings.ts";
import { SessionReads, SessionWrites } from "./sessions.ts";
import { StickerReads, StickerWrites } from "./stickers.ts";
import { SuspensionReads, SuspensionWrites } from "./suspensions.ts";
import { TakenFileWrites } from "./taken-files.ts";
import { ThreadReads, ThreadWrites } from "./threads.ts";
import { TimelineReads } from "./timeline.ts";
import { UserRoleWrites } from "./user-roles.ts";
import { UserReads, UserWrites } from "./users.ts";
import { VoiceReads, VoiceWrites } from "./voices.ts";
import { WarningReads, WarningWrites } from "./warnings.ts";

const reads = {
  serverSettings: ServerSettingReads,
  users: UserReads,
  profiles: ProfileReads,
  avatars: AvatarReads,
  accounts: AccountReads,
  passkeys: PasskeyReads,
  challenges: ChallengeReads,
  identities: IdentityReads,
  departures: DepartureReads,
  sessions: SessionReads,
  rooms: RoomReads,
  roomStates: RoomStateReads,
  roomViews: RoomViewReads,
  members: MemberReads,
  messages: MessageReads,
  reactions: ReactionReads,
  emoji: EmojiReads,
  stickers: StickerReads,
  files: FileReads,
  fileUses: FileUseReads,
  fileUsage: FileUsageReads,
  fileRemovals: FileRemovalReads,
  gallery: GalleryReads,
  edits: EditReads,
  polls: PollReads,
  pins: PinReads,
  linkPreviews: LinkPreviewReads,
  voices: VoiceReads,
  saved: SavedReads,
  scheduled: ScheduledReads,
  threads: ThreadReads,
  receipts: ReceiptReads,
  frozenReceipts: FrozenReceiptReads,
  requests: RequestReads,
  drafts: DraftReads,
  search: SearchReads,
  timeline: TimelineReads,
  erasures: ErasureReads,
  purges: PurgeReads,
  exports: ExportReads,
  invitations: InvitationReads,
  acquaintances: AcquaintanceReads,
  regards: RegardReads,
  relations: RelationReads,
  suspensions: SuspensionReads,
  warnings: WarningReads,
  reports: ReportReads,
  audit: AuditReads,
  bans: BanReads,
};

const writes = {
  ...reads,
  serverSettings: ServerSettingWrites,
  users: UserWrites,
  profiles: ProfileWrites,
  avatars: AvatarWrites,
  accounts: AccountWrites,
  passkeys: PasskeyWrites,
  challenges: ChallengeWrites,
  identities: IdentityWrites,
  departures: DepartureWrites,
  sessions: SessionWrites,
  rooms: RoomWrites,
  members: MemberWrites,
  messages: MessageWrites,
  reactions: ReactionWrites,
  emoji: EmojiWrites,
  stickers: StickerWrites,
  files: FileWrites,
  adoptedFiles: AdoptedFileWrites,
  takenFiles: TakenFileWrites,
  fileUses: FileUseWrites,
  fileUsage: FileUsageWrites,
  fileRemovals: FileRemovalWrites,
  edits: EditWrites,
  polls: PollWrites,
  pins: PinWrites,
  linkPreviews: LinkPreviewWrites,
  voices: VoiceWrites,
  saved: SavedWrites,
  scheduled: ScheduledWrites,
  threads: ThreadWrites,
  receipts: ReceiptWrites,
  frozenReceipts: FrozenReceiptWrites,
  drafts: DraftWrites,
  search: SearchWrites,
  erasures: ErasureWrites,
  purges: PurgeWrites,
  exports: ExportWrites,
  invitations: InvitationWrites,
  acquaintances: AcquaintanceWrites,
  regards: RegardWrites,
  relations: RelationWrites,
  mutes: MuteWrites,
  userRoles: UserRoleWrites,
  suspensions: SuspensionWrites,
  warnings: WarningWrites,
  reports: ReportWrites,
  audit: AuditWrites,
  bans: BanWrites,
};

/** Everything that can be asked of the database. It cannot write: it has no function that does. */
export interface Reader extends Nouns<typeof reads> {}

/** A Reader inside one transaction, that can also write. Used after its transaction it throws. */
export interface Writer extends Nouns<typeof writes> {}

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
    reader: new ReaderOn(new OwnRunner(engine.reader, clock)),
    transact: (work, committed = () => undefined, line) =>
      engine.transact((runner) => new OwnRunner(runner, clock).lend(work), committed, line),
    durability: engine.durability,
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

const ReaderOn = nounsOf(reads);
const WriterOn = nounsOf(writes);

/** A writer kept beyond its transaction would write into somebody else's. */
class OwnRunner implements TimedRunner {
  readonly compiler: Runner["compiler"];
  readonly statements: Runner["statements"];
  readonly fullText: Runner["fullText"];
  readonly hasOneWriter: boolean;
  readonly #runner: Runner;
  readonly #clock: Clock;
  #isOpen = true;

  constructor(runner: Runner, clock: Clock) {
    this.compiler = runner.compiler;
    this.statements = runner.statements;
    this.fullText = runner.fullText;
    this.hasOneWriter = runner.hasOneWriter;
    this.#runner = runner;
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  async lend<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    try {
      return await work(new WriterOn(this));
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
