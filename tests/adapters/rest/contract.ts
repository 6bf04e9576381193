import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Json = Record<string, unknown>;

/** `src/adapters/rest/openapi.yaml`. */
export const contract = parse(
  readFileSync(new URL('../../../src/adapters/rest/openapi.yaml', import.meta.url), 'utf8'),
  { merge: true },
) as Json;

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly requestBody?: Json;
  readonly responses: Record<string, Json>;
}

export function listOperations(): readonly Operation[] {
  return Object.entries(contract.paths as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => ({ ...(operation as Operation), method: method.toUpperCase(), path })),
  );
}

export function resolve(node: unknown): Json {
  const reference = (node as { $ref?: string }).$ref;
  if (reference === undefined) return node as Json;
  const target = reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((at, name) => (at as Json | undefined)?.[name], contract);
  if (target === undefined) throw new Error(`${reference} leads nowhere.`);
  return resolve(target);
}

/**
 * What is wrong with a value by a schema of the contract; of JSON Schema only what the contract uses. A member that
 * no schema names is wrong too: the server says nothing that is not written down.
 */
export function* faults(node: unknown, value: unknown, path = '$'): Generator<string> {
  const schema = resolve(node);
  const { oneOf, allOf } = schema as { oneOf?: unknown[]; allOf?: unknown[] };
  if (oneOf) {
    const misfits = oneOf.map((each) => [...faults(each, value, path)]);
    if (misfits.filter((each) => each.length === 0).length !== 1) {
      yield `${path} fits none of its kinds, or more than one: ${JSON.stringify(value)}`;
    }
    return;
  }
  if (allOf) {
    const parts = allOf.map(resolve);
    const properties: Json = Object.assign({}, ...parts.map((part) => part.properties));
    const merged: Json = Object.assign({}, ...parts, { properties });
    yield* faults(merged, value, path);
    return;
  }
  if ('const' in schema && schema.const !== value) yield `${path} is not ${schema.const}`;
  if (schema.enum && !(schema.enum as unknown[]).includes(value)) yield `${path} is none of ${schema.enum}`;
  if (schema.type && ![schema.type].flat().includes(typeOf(value, schema))) {
    yield `${path} is ${typeOf(value, schema)}, not ${schema.type}`;
    return;
  }
  if (typeof value === 'string') yield* textFaults(schema, value, path);
  if (Array.isArray(value) && schema.items) {
    for (const [index, item] of value.entries()) yield* faults(schema.items, item, `${path}.${index}`);
  } else if (typeof value === 'object' && value !== null) {
    yield* memberFaults(schema, value as Json, path);
  }
}

function* textFaults(schema: Json, text: string, path: string): Generator<string> {
  if (schema.pattern && !new RegExp(schema.pattern as string).test(text)) yield `${path} has the wrong form`;
  if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text)) {
    yield `${path} is no instant: ${text}`;
  }
  if (typeof schema.minLength === 'number' && text.length < schema.minLength) yield `${path} is too short`;
}

function* memberFaults(schema: Json, value: Json, path: string): Generator<string> {
  const properties = schema.properties as Json | undefined;
  for (const name of (schema.required as string[] | undefined) ?? []) {
    if (!Object.hasOwn(value, name)) yield `${path} has no ${name}`;
  }
  for (const [name, member] of Object.entries(value)) {
    const known = properties?.[name] ?? schema.additionalProperties;
    if (known !== undefined) yield* faults(known, member, `${path}.${name}`);
    else if (properties) yield `${path} has ${name}, which the contract does not know`;
  }
}

function typeOf(value: unknown, schema: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value) && [schema.type].flat().includes('integer')) return 'integer';
  return typeof value;
}
