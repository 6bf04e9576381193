import type { ErrorCode } from '../model/errorCode.ts';
import type { SubscriptionStatus } from '../model/subscriber.ts';
import type { Reason } from '../model/variable.ts';

/** A language of the card: what a host imports from `subscriber-card/locales/*`. */
export interface Locale {
  /** BCP 47: `pt-BR`. Also decides how numbers and dates are written. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Messages;
}

/** A message that needs no data is text; one that needs some is a function. A custom reason brings its own. */
export type ReasonMessages = {
  readonly [C in Exclude<Reason['code'], 'custom'>]: [
    Exclude<keyof Extract<Reason, { code: C }>, 'code'>,
  ] extends [never]
    ? string
    : (reason: Extract<Reason, { code: C }>) => string;
};

/** What someone else did to a value that is being edited here. */
export interface ForeignChange {
  /** The name of who did it, where it is known. */
  readonly by: string | undefined;
  /** The value as text; `null` when it was cleared. */
  readonly value: string | null;
  /** When, as text: "5 seconds ago". */
  readonly when: string | undefined;
}

/**
 * Every text of the card, by component. Names, numbers of things and times are arguments; times and values arrive
 * formatted, counts as numbers.
 */
export interface Messages {
  readonly card: {
    readonly landmark: string;
    /** The landmark of a card that stands beside another one. */
    readonly landmarkOf: (name: string) => string;
    readonly noneSelected: string;
    readonly noneSelectedHint: string;
    readonly failed: string;
    readonly notFound: string;
    readonly notFoundHint: string;
    readonly deleted: string;
    readonly deletedHint: string;
    /** Where nothing was typed. */
    readonly deletedElsewhere: string;
    /** In place of a name that is empty or made of invisible characters. */
    readonly noName: string;
    readonly opensInNewTab: string;
  };
  readonly section: {
    readonly subscriber: string;
    readonly variables: string;
    readonly tags: string;
    readonly deals: string;
    readonly contact: string;
    /** The accessible name of the two tabs. */
    readonly crm: string;
    readonly loading: (section: string) => string;
    readonly slow: string;
    readonly failed: (section: string) => string;
    readonly retry: string;
    /** The answer came and could not be read. */
    readonly malformed: (section: string) => string;
    /** This backend has no such thing. */
    readonly unsupported: (section: string) => string;
    /** So many rows of the section could not be read, and are left out. */
    readonly omitted: (count: number) => string;
    /** A part of the card broke while it was drawn. */
    readonly crashed: string;
    readonly stale: string;
    /** A part of the card's own code. */
    readonly notFetched: string;
  };
  readonly readOnly: {
    readonly label: string;
    /** `reason` is the host's own sentence. */
    readonly because: (reason: string) => string;
  };
  readonly channels: {
    readonly telegram: string;
    readonly messenger: string;
    readonly instagram: string;
    readonly whatsapp: string;
    readonly viber: string;
    readonly tiktok: string;
    readonly 'live-chat': string;
  };
  readonly header: {
    readonly writesFrom: (channel: string) => string;
    readonly profile: (username: string) => string;
    readonly members: (count: number) => string;
    readonly membersUnknown: string;
    readonly copyShareLink: string;
    readonly copyInviteLink: string;
    readonly inviteExpires: (when: string) => string;
    readonly inviteExpired: string;
    readonly inviteRevoked: string;
    readonly noInviteLink: string;
    readonly noShareLink: string;
    /** After the user name: "active 4 minutes ago". */
    readonly active: (when: string) => string;
    readonly activeUnknown: string;
  };
  readonly subscription: {
    readonly label: string;
    readonly status: { readonly [S in SubscriptionStatus]: string };
    /** After the status: "since 12 May 2025". */
    readonly since: (when: string) => string;
    /** Of one who is not subscribed any more: since when they were. */
    readonly subscribed: (when: string) => string;
    readonly subscribedUnknown: string;
    readonly lastActivity: (when: string) => string;
    readonly lastActivityUnknown: string;
    readonly automationPaused: (until: string) => string;
  };
  readonly instagram: {
    readonly label: string;
    readonly followsYou: string;
    readonly doesNotFollowYou: string;
    readonly followsYouUnknown: string;
    readonly youFollow: string;
    readonly youDoNotFollow: string;
    readonly youFollowUnknown: string;
    readonly noConsent: string;
    readonly blockedYou: string;
    readonly followers: (count: number) => string;
    readonly verified: string;
    readonly checked: (when: string) => string;
  };
  readonly campaign: {
    readonly label: string;
    readonly first: string;
    readonly none: string;
    /** After the source. */
    readonly clicked: (when: string) => string;
    readonly host: (host: string) => string;
    readonly replyTo: (name: string) => string;
    readonly noPreview: string;
  };
  readonly variables: {
    readonly edit: (label: string) => string;
    readonly clear: (label: string) => string;
    readonly copy: (label: string) => string;
    readonly show: (label: string) => string;
    readonly hide: (label: string) => string;
    /** The currency field beside the amount of a variable. */
    readonly currency: (label: string) => string;
    readonly masked: string;
    readonly notSet: string;
    /** The value is text without a character, which is not the same as not set. */
    readonly emptyText: string;
    readonly yes: string;
    readonly no: string;
    readonly choose: string;
    readonly noOptions: string;
    readonly none: string;
    readonly noneHint: string;
    readonly search: string;
    readonly noMatch: (query: string) => string;
    readonly found: (count: number) => string;
    readonly setBy: (by: string, when: string) => string;
    readonly setAt: (when: string) => string;
    readonly unknownType: (type: string) => string;
    /** `size` is text such as "1.0 MB". */
    readonly large: (size: string) => string;
    readonly editLarge: string;
    /** How an editor of several lines is committed, as its description. */
    readonly multilineHint: string;
  };
  readonly tags: {
    readonly add: string;
    readonly remove: (name: string) => string;
    readonly assigned: string;
    readonly none: string;
    readonly noneHint: string;
    readonly create: (query: string) => string;
    readonly noMatch: (query: string) => string;
    readonly noVocabulary: string;
    readonly searching: string;
    readonly searchFailed: string;
    readonly available: (count: number) => string;
    readonly added: (name: string, count: number) => string;
    readonly removed: (name: string, count: number) => string;
    readonly more: (count: number) => string;
    readonly fewer: string;
  };
  readonly deals: {
    readonly tab: string;
    readonly add: string;
    /** `left` is how many more there are, where the backend counts. */
    readonly showMore: (left?: number) => string;
    readonly edit: (name: string) => string;
    readonly open: (name: string) => string;
    readonly none: string;
    readonly noneHint: string;
    readonly status: { readonly open: string; readonly won: string; readonly lost: string };
    readonly number: (number: string) => string;
    readonly noName: string;
    readonly noValue: string;
    readonly unknownStep: string;
    readonly created: (when: string) => string;
    readonly deletedElsewhere: string;
    readonly createAsNew: string;
  };
  readonly dealForm: {
    readonly label: string;
    readonly pipeline: string;
    readonly step: string;
    readonly name: string;
    readonly nameNeeded: string;
    readonly value: string;
    readonly currency: string;
    readonly assignee: string;
    readonly choosePipeline: string;
    readonly chooseStep: string;
    readonly noPipelines: string;
    readonly noSteps: string;
    readonly stepReset: string;
    readonly unassigned: string;
    readonly noMember: (query: string) => string;
    readonly inactive: string;
    readonly save: string;
    readonly cancel: string;
  };
  readonly contact: {
    readonly tab: string;
    /** The tab while no contact is linked. */
    readonly addTab: string;
    readonly none: string;
    readonly noneHint: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly phone: string;
    readonly email: string;
    readonly assignee: string;
    readonly unassigned: string;
    /** The second and every further phone. */
    readonly phoneAt: (position: number) => string;
    readonly emailAt: (position: number) => string;
    readonly addPhone: string;
    readonly addEmail: string;
    readonly removePhone: (position: number) => string;
    readonly removeEmail: (position: number) => string;
    readonly makePrimary: string;
    readonly primary: string;
    readonly save: string;
    readonly cancel: string;
    readonly moreFields: string;
    readonly fewerFields: string;
    /** Without a name it is what is seen; with it, the accessible name, which begins with that. */
    readonly openInCrm: (name?: string) => string;
    readonly nameNeeded: string;
    /** `what` is the phone or e-mail that both have. */
    readonly duplicate: (name: string, what: string) => string;
    readonly link: string;
    readonly linked: (name: string) => string;
    readonly unlinkedElsewhere: string;
  };
  readonly form: {
    readonly discardQuestion: string;
    readonly discard: string;
    readonly keepEditing: string;
    readonly copyText: string;
  };
  readonly save: {
    /** After why it could not be saved by now. */
    readonly waiting: string;
    /** While the connection is lost. */
    readonly whenOnline: string;
    readonly failed: string;
    readonly retry: string;
    readonly discard: string;
    readonly unknownCreation: string;
    readonly check: string;
    readonly tryAgain: string;
    readonly announceSaved: (field: string) => string;
    readonly announceFailed: (field: string, why: string) => string;
    /** Both are lists of fields: "Step and Value". */
    readonly partial: (saved: string, notSaved: string) => string;
  };
  /** Why a load or a save did not work, as the second half of "Not saved: …" or alone. */
  readonly errors: { readonly [C in ErrorCode]: string };
  readonly conflict: {
    readonly label: (field: string) => string;
    readonly changed: (change: ForeignChange) => string;
    readonly yours: (value: string) => string;
    readonly keepMine: string;
    readonly takeTheirs: string;
    readonly copyMine: string;
    /** Afterwards, where the backend could not be asked first. `value` is theirs; `null` when they had cleared it. */
    readonly replaced: (by: string | undefined, value: string | null) => string;
    readonly announceReplaced: (field: string, by: string | undefined) => string;
  };
  readonly news: {
    readonly changed: (field: string, by: string | undefined) => string;
    readonly manyChanged: (count: number) => string;
    readonly dealAdded: (name: string) => string;
    readonly dealRemoved: (name: string) => string;
  };
  readonly banner: {
    readonly signedOut: (count: number) => string;
    readonly offline: (count: number) => string;
    readonly signIn: string;
    /** The backend has asked for a pause. */
    readonly paused: (seconds: number) => string;
    readonly resumeNow: string;
  };
  /** What stands at the end of the card until the operator knows it. */
  readonly notice: {
    readonly dismiss: string;
    /** A subscriber who is not shown. `fields` is a list: "Phone and Email". */
    readonly notSaved: (name: string, fields: string) => string;
    readonly open: string;
    readonly openOf: (name: string) => string;
    /** So many subscribers besides. */
    readonly more: (count: number) => string;
    /** After a reload. `when` is a time of day, with the day where it was another. */
    readonly restored: (when: string) => string;
    readonly review: string;
    readonly fewer: string;
    readonly notKept: string;
  };
  readonly undo: {
    readonly undo: string;
    /** `field` is the variable's label, "Tags", a deal's name or "Contact". */
    readonly offer: (field: string) => string;
    readonly undone: (field: string) => string;
    readonly flowMayHaveStarted: string;
  };
  readonly copy: {
    readonly copied: string;
    readonly failed: string;
  };
  readonly capture: {
    readonly saveTo: (field: string) => string;
    readonly asTag: (name: string) => string;
  };
  readonly validation: ReasonMessages;
}
