import {
  bigint,
  boolean,
  customType,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { ContactPoint } from '../../../src/model/contact.ts';
import type { Outcome } from '../../../src/model/deal.ts';
import type { Subscriber } from '../../../src/model/subscriber.ts';
import type { VariableOption, VariableType, VariableValue } from '../../../src/model/variable.ts';

// Drizzle's own jsonb parses a second time what the driver has parsed: the text '12.5' would come back as a number.
function json<T>() {
  return customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as T,
  })();
}

function instant() {
  return timestamp({ withTimezone: true, precision: 3 });
}

/** What the chat platform told us about a subscriber, as it told it: absent, `null` and a value are three things. */
export type Profile = Pick<
  Subscriber,
  'username' | 'avatarUrl' | 'profileUrl' | 'subscription' | 'instagram' | 'group' | 'readOnly'
>;

export const workspaces = pgTable('workspaces', {
  id: text().primaryKey(),
  name: text().notNull(),
});

export const members = pgTable('members', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  name: text().notNull(),
  email: text(),
  avatarUrl: text(),
  active: boolean().notNull(),
  /** May sit at the inbox, and is offered on the sign-in page. */
  isOperator: boolean().notNull(),
  searchText: text().notNull(),
});

export const sessions = pgTable('sessions', {
  tokenHash: text().primaryKey(),
  memberId: text().notNull(),
  createdAt: instant().notNull(),
});

export const subscribers = pgTable('subscribers', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  revision: integer().notNull().default(1),
  channel: text().notNull(),
  kind: text().$type<'person' | 'group'>().notNull(),
  name: text().notNull(),
  profile: json<Profile>().notNull(),
  /** Whether the platform tells which ad a message came from. */
  tellsAds: boolean().notNull(),
  taggingRevision: integer().notNull().default(1),
  contactId: text(),
});

export const fieldDefinitions = pgTable('field_definitions', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  owner: text().$type<'subscriber' | 'contact'>().notNull(),
  key: text().notNull(),
  label: text().notNull(),
  type: text().$type<VariableType>().notNull(),
  description: text(),
  group: text(),
  options: json<readonly VariableOption[]>(),
  required: boolean().notNull().default(false),
  pattern: text(),
  hint: text(),
  maxLength: integer(),
  readOnly: text(),
  masked: boolean().notNull().default(false),
  position: integer().notNull(),
});

export const variables = pgTable(
  'variables',
  {
    subscriberId: text().notNull(),
    fieldId: text().notNull(),
    value: json<VariableValue>(),
    revision: integer().notNull().default(1),
    updatedAt: instant(),
    updatedBy: text(),
  },
  (table) => [primaryKey({ columns: [table.subscriberId, table.fieldId] })],
);

export const tags = pgTable(
  'tags',
  {
    id: text().primaryKey(),
    workspaceId: text().notNull(),
    name: text().notNull(),
    color: text(),
    group: text(),
    /** Two tags of a workspace never have the same. */
    nameKey: text().notNull(),
    searchText: text().notNull(),
  },
  (table) => [unique().on(table.workspaceId, table.nameKey)],
);

export const subscriberTags = pgTable(
  'subscriber_tags',
  {
    subscriberId: text().notNull(),
    tagId: text().notNull(),
    addedAt: instant().notNull(),
    addedBy: text().notNull(),
    position: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (table) => [primaryKey({ columns: [table.subscriberId, table.tagId] })],
);

export const pipelines = pgTable('pipelines', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  name: text().notNull(),
  currency: text(),
  /** Where purchases through the chatbot go. */
  takesPurchases: boolean().notNull().default(false),
  position: integer().notNull(),
});

export const steps = pgTable('steps', {
  id: text().primaryKey(),
  pipelineId: text().notNull(),
  name: text().notNull(),
  color: text(),
  outcome: text().$type<Outcome>().notNull(),
  position: integer().notNull(),
});

export const contacts = pgTable('contacts', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  revision: integer().notNull().default(1),
  firstName: text().notNull(),
  lastName: text().notNull(),
  assigneeId: text(),
  updatedAt: instant().notNull(),
  updatedBy: text().notNull(),
});

export const contactPoints = pgTable('contact_points', {
  id: text().primaryKey(),
  contactId: text().notNull(),
  kind: text().$type<'phone' | 'email'>().notNull(),
  value: text().notNull(),
  /** An e-mail address in lower case, a phone number's digits: what duplicates have in common. */
  valueKey: text().notNull(),
  primary: boolean('is_primary').notNull(),
  position: integer().notNull(),
});

export const contactValues = pgTable(
  'contact_values',
  {
    contactId: text().notNull(),
    fieldId: text().notNull(),
    value: json<VariableValue>(),
    updatedAt: instant().notNull(),
    updatedBy: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.fieldId] })],
);

export const deals = pgTable(
  'deals',
  {
    id: text().primaryKey(),
    workspaceId: text().notNull(),
    subscriberId: text().notNull(),
    contactId: text(),
    revision: integer().notNull().default(1),
    number: bigint({ mode: 'number' }).generatedByDefaultAsIdentity(),
    name: text().notNull(),
    pipelineId: text().notNull(),
    stepId: text().notNull(),
    amount: numeric(),
    currency: text(),
    assigneeId: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    updatedBy: text().notNull(),
    deletedAt: instant(),
    /** The shop's own id of a purchase through the chatbot. */
    purchaseId: text(),
  },
  (table) => [unique().on(table.workspaceId, table.purchaseId)],
);

export const campaigns = pgTable('campaigns', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  name: text().notNull(),
  url: text(),
  adId: text(),
  title: text(),
  body: text(),
  imageUrl: text(),
  source: text().notNull(),
});

export const conversations = pgTable('conversations', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  subscriberId: text().notNull(),
  unread: integer().notNull().default(0),
  lastMessageAt: instant().notNull(),
});

export const messages = pgTable('messages', {
  id: text().primaryKey(),
  conversationId: text().notNull(),
  author: text().$type<'subscriber' | 'operator' | 'bot'>().notNull(),
  /** Of an operator, and of whoever speaks in a group. */
  authorName: text(),
  text: text().notNull(),
  sentAt: instant().notNull(),
  /** The ad that the message answers. */
  campaignId: text(),
  position: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
});

export type ChangeKind =
  | 'variable-changed'
  | 'tag-added'
  | 'tag-removed'
  | 'deal-created'
  | 'deal-step-changed'
  | 'deal-field-changed'
  | 'deal-deleted'
  | 'contact-created'
  | 'contact-changed'
  | 'contact-linked';

/** Who changed what, for ever. The automation rules read it too. */
export const changes = pgTable('changes', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: text().notNull(),
  subscriberId: text(),
  kind: text().$type<ChangeKind>().notNull(),
  /** The key, tag, deal or contact that changed. */
  subjectId: text().notNull(),
  /** Of a deal and of a contact: which of its fields. */
  field: text(),
  before: json<unknown>(),
  after: json<unknown>(),
  by: text().notNull(),
  at: instant().notNull(),
  /** When the automation rules had their turn. */
  handledAt: instant(),
});

export const rules = pgTable('rules', {
  id: text().primaryKey(),
  workspaceId: text().notNull(),
  name: text().notNull(),
  trigger: text().$type<'deal-created' | 'deal-step-changed' | 'deal-field-changed'>().notNull(),
  /** Only for deals that stand here now; any step where it is null. */
  stepId: text(),
  /** Of `deal-field-changed`: only this field. */
  field: text(),
  /** What the bot says. `{name}`, `{deal}` and `{step}` are filled in. */
  text: text().notNull(),
  active: boolean().notNull(),
});

export const ruleRuns = pgTable(
  'rule_runs',
  {
    ruleId: text().notNull(),
    changeId: bigint({ mode: 'number' }).notNull(),
    outcome: text().$type<'sent' | 'skipped'>().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.changeId] })],
);

/** A sequence of events that somebody listens to: one for each subscriber's card, one for each inbox. */
export const feeds = pgTable('feeds', {
  id: text().primaryKey(),
  sequence: integer().notNull(),
});

export const events = pgTable(
  'events',
  {
    feedId: text().notNull(),
    sequence: integer().notNull(),
    data: json<object>().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.feedId, table.sequence] })],
);

/** What was answered to a write, so that the same write sent again gets the same answer. */
export const answers = pgTable(
  'answers',
  {
    memberId: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    answer: json<StoredAnswer>(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.key] })],
);

export interface StoredAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
  readonly revision?: number | undefined;
}

export type ContactPointRow = typeof contactPoints.$inferSelect;
export type Point = Pick<ContactPoint, 'value' | 'primary'>;
