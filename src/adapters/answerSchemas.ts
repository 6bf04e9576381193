import * as v from 'valibot';
import { canonicalDecimal } from '../model/decimal.ts';
import { NEW } from '../model/field.ts';
import { canonicalInstant, isDate } from '../model/time.ts';
import type { VariableType } from '../model/variable.ts';

// The shapes of what an adapter answers. Lists of rows stay unread here: each row is checked alone.

const text = v.string();
const url = v.nullable(text);
const rows = v.array(v.unknown());
/** Checked by the function that knows what it should be. */
const later = v.exactOptional(v.unknown());
const finite = v.pipe(
  v.number(),
  v.check((number) => Number.isFinite(number), 'a finite number'),
);
const decimal = v.pipe(
  v.string(),
  v.check((amount) => canonicalDecimal(amount) !== null, 'a decimal string such as 12.5'),
);
const date = v.pipe(v.string(), v.check(isDate, 'YYYY-MM-DD'));
const time = v.pipe(
  v.string(),
  v.check((instant) => canonicalInstant(instant) !== null, 'an RFC 3339 time'),
);

/** The id of a record that can also be created here: what is typed for a new one must not become another's. */
const recordId = v.pipe(
  v.string(),
  v.check((id) => id !== NEW, `an id other than "${NEW}"`),
);

const revision = v.optional(finite);

/** Not `optional`, so it is never dropped: what cannot be read must not turn into permission. */
const readOnly = v.exactOptional(v.union([v.literal(false), text, v.undefined()]));
const masked = v.exactOptional(v.union([v.boolean(), v.undefined()]));

export const moneySchema = v.object({
  amount: decimal,
  currency: v.pipe(v.string(), v.regex(/^[A-Za-z]{3}$/, 'an ISO 4217 code such as BRL')),
});

export const memberSchema = v.object({
  id: text,
  name: text,
  email: v.optional(text),
  avatarUrl: v.optional(url),
  active: v.boolean(),
});

export const tagSchema = v.object({
  id: text,
  name: text,
  color: v.optional(text),
  group: v.optional(text),
});

export const taggingSchema = v.object({ tags: rows, revision });

export const optionSchema = v.object({ id: text, label: text, color: v.optional(text) });

export const variableSchema = v.object({
  key: text,
  label: text,
  type: text,
  value: later,
  description: v.optional(text),
  group: v.optional(text),
  options: v.optional(rows),
  required: v.optional(v.boolean()),
  pattern: v.optional(text),
  hint: v.optional(text),
  maxLength: v.optional(finite),
  readOnly,
  masked,
  revision,
  updatedAt: v.optional(time),
  updatedBy: v.optional(text),
});

/** What the value of a variable has to be, by its type. */
export const valueSchemas = {
  string: v.nullable(text),
  text: v.nullable(text),
  number: v.nullable(decimal),
  currency: v.nullable(moneySchema),
  boolean: v.nullable(v.boolean()),
  date: v.nullable(date),
  datetime: v.nullable(time),
  phone: v.nullable(text),
  email: v.nullable(text),
  url: v.nullable(text),
  select: v.nullable(text),
  multiselect: v.nullable(v.array(text)),
} satisfies Record<VariableType, v.GenericSchema>;

/** Of a type of the host's own: any shape that a variable can have. */
export const unknownTypeSchema = v.nullable(v.union([text, v.boolean(), v.array(text), moneySchema]));

export const campaignSchema = v.object({
  id: text,
  name: text,
  url: v.optional(url),
  adId: v.optional(text),
  title: v.optional(text),
  body: v.optional(text),
  imageUrl: v.optional(url),
  source: text,
  clickedAt: v.optional(v.nullable(time)),
  messageId: v.optional(text),
});

const channel = text;
const kind = v.picklist(['person', 'group']);
const moment = v.optional(v.nullable(time));

const facts = {
  username: v.optional(v.nullable(text)),
  avatarUrl: v.optional(url),
  profileUrl: v.optional(url),
  subscription: v.optional(
    v.object({
      status: v.picklist(['active', 'unsubscribed', 'disabled', 'blocked']),
      subscribedAt: moment,
      unsubscribedAt: moment,
      lastActivityAt: moment,
      automationPausedUntil: moment,
    }),
  ),
  instagram: v.optional(
    v.object({
      followsBusiness: v.nullable(v.boolean()),
      followedByBusiness: v.nullable(v.boolean()),
      followerCount: v.optional(v.nullable(finite)),
      verified: v.optional(v.nullable(v.boolean())),
      checkedAt: v.optional(time),
      unavailable: v.optional(v.picklist(['no-consent', 'blocked'])),
    }),
  ),
  group: v.optional(
    v.object({
      memberCount: v.nullable(finite),
      shareLink: v.optional(url),
      inviteLink: v.optional(
        v.nullable(v.object({ url: text, expiresAt: moment, revoked: v.optional(v.boolean()) })),
      ),
    }),
  ),
  campaigns: v.optional(rows),
  readOnly,
};

export const subscriberSchema = v.object({
  id: text,
  revision,
  channel,
  kind,
  name: text,
  ...facts,
  variables: rows,
  tagging: later,
});

export const subscriberPatchSchema = v.object({
  channel: v.optional(channel),
  kind: v.optional(kind),
  name: v.optional(text),
  ...facts,
});

const outcome = v.picklist(['open', 'won', 'lost']);

export const stepSchema = v.object({
  id: text,
  name: text,
  color: v.optional(text),
  outcome: v.optional(outcome),
});

export const pipelineSchema = v.object({ id: text, name: text, currency: v.optional(text), steps: rows });

export const dealStepSchema = v.object({ pipelineId: text, stepId: text });

export const dealSchema = v.object({
  id: recordId,
  revision,
  name: text,
  pipelineId: text,
  stepId: text,
  status: outcome,
  value: v.nullable(moneySchema),
  assignee: v.nullable(memberSchema),
  url: v.optional(url),
  number: v.optional(text),
  createdAt: v.optional(time),
  updatedAt: v.optional(time),
});

export const contactPointSchema = v.object({ id: v.optional(text), value: text, primary: v.boolean() });

export const contactSchema = v.object({
  id: recordId,
  revision,
  firstName: text,
  lastName: text,
  phones: rows,
  emails: rows,
  assignee: v.nullable(memberSchema),
  fields: rows,
  url: v.optional(url),
});

export const pageSchema = v.object({
  items: rows,
  nextCursor: v.optional(text),
  total: v.optional(finite),
  revision,
});

export const writtenSchema = v.object({ value: later, record: v.optional(v.unknown()) });

export const newsSchema = v.object({
  value: later,
  revision,
  by: v.optional(text),
  at: v.optional(time),
});

export const eventSchema = v.object({
  type: v.picklist([
    'changed',
    'subscriberChanged',
    'dealCreated',
    'dealDeleted',
    'contactLinked',
    'contactUnlinked',
    'subscriberDeleted',
    'invalidated',
    'connection',
  ]),
  revision,
  section: v.optional(v.picklist(['subscriber', 'deals', 'contact'])),
  fields: later,
  patch: later,
  deal: later,
  contact: later,
  id: later,
  state: later,
});

export const stateSchema = v.picklist(['open', 'closed']);

/** The value of a variable whose type is not known here. */
export const anyValueSchema = v.nullable(v.union([text, v.boolean(), moneySchema, v.array(text)]));

export const rowsSchema = rows;
export const textSchema = text;
