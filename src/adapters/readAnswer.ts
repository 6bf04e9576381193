import * as v from 'valibot';
import { AdapterError } from './AdapterError.ts';

/** What an answer has lost by a problem: a whole row of a list, or something smaller. */
export type Loss = 'row' | 'detail';

/** Hears of what was left out. */
export type Report = (problem: AdapterError, loss: Loss) => void;

/** Copies an answer to plain data; throws `malformed` where nothing can be made of it. */
export type Check<T> = (answer: unknown, report: Report) => T;

/**
 * Reads what the schema names, and nothing else, into plain data. An optional fact of a wrong type is dropped and
 * reported; anything else of a wrong type throws `malformed`. How deep it looks is bounded by the schema.
 */
export function readAnswer<T>(schema: v.GenericSchema<unknown, T>, answer: unknown, report: Report): T {
  const { output, issues } = parse(schema, answer);
  for (const issue of issues ?? []) {
    const { problem, fact } = locate(schema, output, issue);
    if (fact === null) throw problem;
    report(problem, 'detail');
    delete fact.owner[fact.key];
  }
  // What was wrong is gone: the rest has the schema's type.
  return output as T;
}

/** Checks a part of an answer and puts its place in front of what it reports and throws. */
export function checkAt<T>(path: string, check: Check<T>, part: unknown, report: Report): T {
  try {
    return check(part, (problem, loss) => report(below(path, problem), loss));
  } catch (thrown) {
    throw thrown instanceof AdapterError ? below(path, thrown) : thrown;
  }
}

/** As {@link checkAt}, for what the answer can do without. */
export function checkOrReport<T>(
  path: string,
  check: Check<T>,
  part: unknown,
  report: Report,
  loss: Loss = 'detail',
): T | undefined {
  try {
    return checkAt(path, check, part, report);
  } catch (thrown) {
    if (!(thrown instanceof AdapterError)) throw thrown;
    report(thrown, loss);
    return undefined;
  }
}

const incomplete = new WeakSet<readonly unknown[]>();

/** Whether rows were left out of a list: then it says nothing of what it does not list. */
export function isIncomplete(rows: readonly unknown[]): boolean {
  return incomplete.has(rows);
}

/** Leaves out the rows that cannot be read. Of two rows with one identity the higher revision stays, else the later. */
export function checkRows<T extends object>(
  path: string,
  check: Check<T>,
  rows: readonly unknown[],
  report: Report,
  identify: (row: T) => unknown,
): T[] {
  const kept = new Map<unknown, T>();
  let hasLost = false;
  for (const [index, row] of rows.entries()) {
    const place = joined(path, String(index));
    const item = checkOrReport(place, check, row, report, 'row');
    if (!item) {
      hasLost = true;
      continue;
    }
    const identity = identify(item);
    const twin = kept.get(identity);
    if (twin) report(malformed(place, 'an id of its own'), 'detail');
    if (!twin || !isOlder(item, twin)) kept.set(identity, item);
  }
  const list = [...kept.values()];
  if (hasLost) incomplete.add(list);
  return list;
}

/** The entries of an object with keys of the adapter's choice. */
export function readEntries(answer: unknown): [string, unknown][] {
  const keys = isObject(answer) ? attempt(() => Object.keys(answer)) : unreadable;
  if (keys === unreadable) throw malformed('', 'Object');
  return (keys as string[]).map((key) => [key, attempt(() => (answer as Record<string, unknown>)[key])]);
}

export function malformed(path: string, expected: string): AdapterError {
  const place = path === '' ? 'The answer' : `"${path}" in the answer`;
  return new AdapterError('malformed', `${place} is not what the contract says: expected ${expected}.`, {
    path,
    expected,
  });
}

function below(path: string, { detail }: AdapterError): AdapterError {
  return malformed(joined(path, detail.path ?? ''), detail.expected ?? 'something else');
}

function joined(path: string, rest: string): string {
  return path === '' || rest === '' ? `${path}${rest}` : `${path}.${rest}`;
}

function isOlder(a: object, b: object): boolean {
  const [ours, theirs] = [revisionOf(a), revisionOf(b)];
  return ours !== undefined && theirs !== undefined && ours < theirs;
}

function revisionOf(row: object): number | undefined {
  return 'revision' in row && typeof row.revision === 'number' ? row.revision : undefined;
}

/** Stands for what throws when it is read. No schema takes it. */
const unreadable = Symbol('unreadable');

function parse(schema: v.GenericSchema, answer: unknown) {
  try {
    return v.safeParse(schema, answer);
  } catch {
    // A getter, a proxy. Only now is every property worth a guard of its own.
    return v.safeParse(schema, guardedCopy(schema, answer));
  }
}

function guardedCopy(schema: v.GenericSchema, value: unknown): unknown {
  const shape = unwrap(schema);
  if (shape.type === 'unknown' || !isObject(value)) return value;
  if (isObjectSchema(shape)) {
    const copy: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(shape.entries)) {
      const part = attempt(() => (value as Record<string, unknown>)[key]);
      if (part !== undefined) copy[key] = guardedCopy(entry, part);
    }
    return copy;
  }
  if (!isArraySchema(shape)) return unreadable;
  const part = (index: number) =>
    guardedCopy(
      shape.item,
      attempt(() => (value as unknown[])[index]),
    );
  return attempt(() => (Array.isArray(value) ? Array.from(value.keys(), part) : unreadable));
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return unreadable;
  }
}

interface Located {
  readonly problem: AdapterError;
  /** The innermost optional fact around the issue; `null` if there is none. */
  readonly fact: { readonly owner: Record<string, unknown>; readonly key: string } | null;
}

function locate(schema: v.GenericSchema, output: unknown, issue: v.BaseIssue<unknown>): Located {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  let fact: Located['fact'] = null;
  let owner = output;
  let at = schema;
  for (const key of keys) {
    const shape = unwrap(at);
    const entry = isObjectSchema(shape) ? shape.entries[key] : undefined;
    if (!entry) break;
    at = entry;
    if (!isObject(owner)) continue;
    if (entry.type === 'optional') fact = { owner: owner as Record<string, unknown>, key };
    owner = (owner as Record<string, unknown>)[key];
  }
  // Valibot's own messages quote the value. The messages of our own checks say what is expected.
  return {
    problem: malformed(keys.join('.'), issue.kind === 'validation' ? issue.message : at.expects),
    fact,
  };
}

function unwrap(schema: v.GenericSchema): v.GenericSchema {
  return 'wrapped' in schema ? unwrap(schema.wrapped as v.GenericSchema) : schema;
}

function isObjectSchema(
  schema: v.GenericSchema,
): schema is v.GenericSchema & { entries: Record<string, v.GenericSchema> } {
  return schema.type === 'object';
}

function isArraySchema(schema: v.GenericSchema): schema is v.GenericSchema & { item: v.GenericSchema } {
  return schema.type === 'array';
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
