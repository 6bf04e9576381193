import * as v from 'valibot';
import { AdapterError } from '../adapters/AdapterError.ts';
import { errorCodes } from '../model/errorCode.ts';
import { type Field, type FieldId, type Lane, parseFieldId } from '../model/field.ts';
import type { Change, Mutation } from './mutations.ts';

/** Of another version nothing is read: what its parts meant is not known here. */
export const SAVED_VERSION = 1;

/**
 * Checks what a storage held.
 *
 * @throws where it is not what this version writes.
 */
export function parseSavedCard(json: unknown): v.InferOutput<typeof savedCardSchema> {
  return v.parse(savedCardSchema, json);
}

const fieldSchema = v.custom<FieldId>((it) => typeof it === 'string' && parseFieldId(it) !== null);
const laneSchema = v.custom<Lane>(
  (it) => typeof it === 'string' && /^(variable|tag|deal|contact|create):/.test(it),
);

const text = v.string();
const points = v.array(v.looseObject({ value: text, primary: v.boolean() }));
const named = v.looseObject({ id: text, name: text });
const step = v.object({ pipelineId: text, stepId: text });
const money = v.object({ amount: text, currency: text });
const variable = v.nullable(v.union([text, v.boolean(), v.array(text), money]));

/** What the editor of a type of the host's own may hold. What looks like money has to be money. */
const record = v.custom<object>(
  (it) => typeof it === 'object' && it !== null && !Array.isArray(it) && !('amount' in it),
);

/** What a field can hold, as a value and in its editor: whatever a storage has is not drawn unseen. */
function fits(field: Field | null, value: unknown): boolean {
  switch (field?.kind) {
    case 'variable':
    case 'contactField':
      return v.is(variable, value);
    case 'tag':
      return v.is(v.nullable(named), value);
    case 'deal':
      return v.is(dealValues[field.name], value);
    case 'contact':
      return v.is(contactValues[field.name], value);
    case undefined:
      return false;
  }
}

const dealValues = {
  name: text,
  step: v.nullable(step),
  value: v.nullable(money),
  assignee: v.nullable(named),
};
const contactValues = {
  firstName: text,
  lastName: text,
  phones: points,
  emails: points,
  assignee: v.nullable(named),
};

/** Whether these fit: absent ones do. */
function allFit(id: FieldId, values: readonly unknown[]): boolean {
  const field = parseFieldId(id);
  return values.every((value) => value === undefined || value === null || fits(field, value));
}

/** What an editor cannot open on. */
function isInput(id: FieldId, input: unknown): boolean {
  const field = parseFieldId(id);
  const isForm = field?.kind === 'deal' || field?.kind === 'contact';
  const mayBeEmpty = !isForm || field.name === 'step' || field.name === 'assignee';
  const isVariable = field?.kind === 'variable' || field?.kind === 'contactField';
  return (fits(field, input) || (isVariable && v.is(record, input))) && (input !== null || mayBeEmpty);
}

/** As {@link allFit}: an absent one does. */
function mayBeInput(id: FieldId, input: unknown): boolean {
  return input === undefined || input === null || isInput(id, input);
}

const changeSchema = v.pipe(
  v.tuple([
    fieldSchema,
    v.object({
      value: v.unknown(),
      base: v.optional(v.unknown()),
      past: v.array(v.unknown()),
      input: v.optional(v.unknown()),
    }),
  ]),
  v.check(
    ([id, { value, base, past, input }]) => mayBeInput(id, input) && allFit(id, [value, base, ...past]),
  ),
  v.transform(([id, change]): [FieldId, Change] => [id, { base: undefined, ...change }]),
);

const changesSchema = v.array(changeSchema);

const inputSchema = v.pipe(
  v.tuple([fieldSchema, v.unknown()]),
  v.check(([id, input]) => isInput(id, input)),
);

const draftSchema = v.pipe(
  v.object({
    field: fieldSchema,
    input: v.unknown(),
    opened: v.optional(v.unknown()),
    base: v.optional(v.unknown()),
    past: v.optional(v.array(v.unknown())),
  }),
  v.check(
    ({ field, input, opened, base, past = [] }) =>
      isInput(field, input) && mayBeInput(field, opened) && allFit(field, [base, ...past]),
  ),
);

const dealDraftSchema = v.looseObject({
  pipelineId: v.string(),
  stepId: v.string(),
  name: v.string(),
  value: v.nullable(money),
  assigneeId: v.nullable(v.string()),
});

const contactDraftSchema = v.looseObject({
  firstName: v.string(),
  lastName: v.string(),
  phones: points,
  emails: points,
});

const actionSchema = v.variant('type', [
  v.object({
    type: v.literal('set'),
    changes: v.pipe(
      changesSchema,
      v.minLength(1),
      v.transform((it) => new Map(it)),
    ),
  }),
  v.object({ type: v.literal('createDeal'), draft: dealDraftSchema }),
  v.object({ type: v.literal('deleteDeal'), dealId: v.string() }),
  v.object({ type: v.literal('createTag'), name: v.string() }),
  v.object({ type: v.literal('createContact'), draft: contactDraftSchema }),
  v.object({ type: v.literal('linkContact'), contactId: v.string() }),
]);

const mutationSchema = v.pipe(
  v.object({
    id: v.string(),
    lane: laneSchema,
    action: actionSchema,
    inputs: v.pipe(
      v.array(inputSchema),
      v.transform((it) => new Map(it)),
    ),
    status: v.picklist(['queued', 'sent', 'waiting', 'failed', 'unknown']),
    attempts: v.number(),
    wasSent: v.boolean(),
    error: v.optional(v.picklist(errorCodes)),
  }),
  v.transform(
    ({ error, ...it }) =>
      ({
        ...it,
        error: error && new AdapterError(error, 'Said before the page was loaded anew.'),
      }) as Mutation,
  ),
);

const savedCardSchema = v.object({
  version: v.literal(SAVED_VERSION),
  savedAt: v.number(),
  subscriber: v.object({
    id: v.string(),
    channel: v.optional(v.string()),
    conversationId: v.optional(v.string()),
  }),
  drafts: v.array(draftSchema),
  lanes: v.array(v.object({ head: mutationSchema, behind: v.optional(mutationSchema) })),
  conflicts: changesSchema,
});
