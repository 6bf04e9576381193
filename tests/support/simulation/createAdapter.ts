import { AdapterError } from '../../../src/adapters/AdapterError.ts';
import type { DataAdapter, WriteContext, Written } from '../../../src/adapters/DataAdapter.ts';
import type { Deal } from '../../../src/model/deal.ts';
import { type FieldId, type Lane, toDealLane, toFieldId } from '../../../src/model/field.ts';
import type { Subscriber, Tagging } from '../../../src/model/subscriber.ts';
import type { Variable } from '../../../src/model/variable.ts';
import type { News } from '../../../src/store/confirmed.ts';
import type { SubscriberId } from './cast.ts';
import type { Page, PageOptions } from './createPage.ts';
import type { Edit } from './edit.ts';
import type { Write } from './SimulatedServer.ts';
import { PRESENT, type Text, toText } from './texts.ts';
import { Violation } from './Violation.ts';
import type { Message } from './Wire.ts';

/** A write, as one method of the adapter makes it. */
interface Request {
  readonly ref: { readonly id: string };
  readonly lane: Lane;
  readonly write: WriteContext;
  readonly texts?: readonly (readonly [FieldId, Text])[];
  readonly creation?: string;
  readonly run: (id: SubscriberId, write: Write) => unknown;
  /** What an answer tells, and what a conflict says that the server holds. */
  readonly toNews: (held: unknown, record?: Subscriber | undefined) => News;
}

/** The adapter of a page: each write becomes a message, and is held against what the operator wanted. */
export function createAdapter(page: Page, options: PageOptions): DataAdapter {
  const { server, wire, answers, idempotent, sentKeys, mustSignIn, report } = options;

  function send<T>(request: Request): Promise<T> {
    try {
      checkSending(request);
      return new Promise<T>((resolve, reject) => {
        const message = toMessage(request, resolve as (answer: unknown) => void, reject);
        page.latest.set(`${request.ref.id} ${request.lane}`, message);
        wire.travelling.push(message);
      });
    } catch (violation) {
      report(violation);
      throw violation;
    }
  }

  function checkSending({ ref, lane }: Request) {
    const { signedIn, pausedUntil } = page.connection.state.getState();
    if (!signedIn) throw new Violation(`I14: ${lane} was sent while signed out`);
    if (pausedUntil !== undefined) throw new Violation(`I14: ${lane} was sent in a pause`);
    const latest = page.latest.get(`${ref.id} ${lane}`);
    if (latest && !latest.isDelivered && !latest.signal.aborted)
      throw new Violation(`I5: two writes of ${lane} are on the wire`);
  }

  function toMessage(
    { ref, lane, write, texts = [], creation, run, toNews }: Request,
    resolve: (answer: unknown) => void,
    reject: (reason: unknown) => void,
  ): Message {
    const id = ref.id as SubscriberId;
    const card = page.open(id);
    const { ledger } = card;
    if (texts.length === 0) ledger.checkWanted(lane);
    const { idempotencyKey: key, ifRevision, signal } = write;
    const edits = texts.map(([field, text]) => ledger.find(field, text, key));
    const isFirst = !sentKeys.has(key);
    sentKeys.add(key);
    const process = (some: readonly Edit[]) => {
      if (mustSignIn()) throw new AdapterError('unauthorized', 'Signed out.');
      const changes = new Map(some.map((edit) => [edit.field, { text: edit.text, edit }]));
      return run(id, { ifRevision, changes });
    };
    return {
      page,
      card,
      edits,
      creation,
      isFirst,
      signal,
      resolve,
      reject,
      isDelivered: false,
      process: () => {
        const answered = answers.get(key);
        if (idempotent && answered !== undefined && !mustSignIn()) return answered;
        const answer = process(edits);
        answers.set(key, answer);
        return answer;
      },
      processPart: () => {
        process(edits.slice(0, 1));
        return toPartial(edits);
      },
      toNews: (answer) => {
        const { value, record } = isWritten(answer) ? answer : { value: answer, record: undefined };
        return toNews(value, record);
      },
      toConflictNews: ({ detail: { current, record } }) =>
        current === undefined ? null : toNews(current, record),
    };
  }

  function setTag(ref: Request['ref'], id: string, text: Text, write: WriteContext) {
    return send<Written<Tagging>>({
      ref,
      lane: `tag:${id}`,
      write,
      texts: [[toFieldId({ kind: 'tag', id }), text]],
      run: (subscriber, asked) => server.setTag(subscriber, asked),
      toNews: (held, record) =>
        record ? { type: 'subscriber', subscriber: record } : { type: 'tagging', tagging: held as Tagging },
    });
  }

  return {
    idempotent,
    getSubscriber: () => Promise.reject(new AdapterError('unsupported', 'Reads are made by the test.')),
    setVariable(ref, key, value, write) {
      const field = toFieldId({ kind: 'variable', key });
      return send({
        ref,
        lane: `variable:${key}`,
        write,
        texts: [[field, toText(field, value)]],
        run: (id, asked) => server.setVariable(id, key, asked),
        toNews: (held, record) =>
          record
            ? { type: 'subscriber', subscriber: record }
            : { type: 'variable', variable: held as Variable },
      });
    },
    addTag: (ref, tagId, write) => setTag(ref, tagId, PRESENT, write),
    removeTag: (ref, tagId, write) => setTag(ref, tagId, null, write),
    updateDeal(ref, id, patch, write) {
      const names = (['name', 'value', 'step'] as const).filter((name) => patch[name] !== undefined);
      return send({
        ref,
        lane: toDealLane(id),
        write,
        texts: names.map((name) => {
          const field = toFieldId({ kind: 'deal', id, name });
          return [field, toText(field, patch[name])] as const;
        }),
        run: (subscriber, asked) => server.updateDeal(subscriber, id, asked),
        toNews: toDealNews,
      });
    },
    createDeal(ref, { name }, write) {
      return send({
        ref,
        lane: `create:${name}`,
        write,
        creation: name,
        run: (id) => server.createDeal(id, name),
        toNews: toDealNews,
      });
    },
    deleteDeal(ref, dealId, write) {
      return send({
        ref,
        lane: toDealLane(dealId),
        write,
        run: (id, { ifRevision }) => {
          server.deleteDeal(id, dealId, ifRevision);
          return null;
        },
        toNews: (held) => (held ? toDealNews(held) : { type: 'dealDeleted', id: dealId }),
      });
    },
  };
}

function toDealNews(held: unknown): News {
  return { type: 'deal', deal: held as Deal };
}

function isWritten(answer: unknown): answer is Written<unknown> {
  return typeof answer === 'object' && answer !== null && 'value' in answer && !('pipelineId' in answer);
}

/** The first of several fields is done, the others are refused. */
function toPartial([done, ...others]: readonly Edit[]): AdapterError {
  return new AdapterError('partial', 'Done in part.', {
    applied: done ? [done.field] : [],
    failed: others.map(({ field }) => ({ fieldId: field, error: new AdapterError('invalid', 'Not valid.') })),
  });
}
