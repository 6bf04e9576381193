import type { Checked } from './variable.ts';

/** A validator of any library that follows standardschema.dev: Valibot, Zod, ArkType, or one written by hand. */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** A value, or why there is none: what a Standard Schema answers. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  /** Shown to the operator as it is. */
  readonly message: string;
}

/** No more of the host's sentences than fits. */
const MAX_MESSAGE = 300;

/**
 * What a schema makes of a value.
 *
 * @throws TypeError where the schema is asynchronous.
 */
export function checkBySchema<Output>(schema: StandardSchema<Output>, value: unknown): Checked<Output> {
  return toChecked(schema['~standard'].validate(value));
}

/** @throws TypeError for a promise: what is typed is taken or refused at once. */
export function toChecked<Output>(
  result: SchemaResult<Output> | Promise<SchemaResult<Output>>,
): Checked<Output> {
  if ('then' in result) {
    result.catch(() => {});
    throw new TypeError('A schema must answer at once; let the backend check what takes time.');
  }
  if (!result.issues) return { ok: true, value: result.value };
  const message = result.issues.map((issue) => issue.message).join(' ');
  return { ok: false, reason: { code: 'custom', message: message.slice(0, MAX_MESSAGE) } };
}
