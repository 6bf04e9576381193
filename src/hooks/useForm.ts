'use client';
import { useInsertionEffect, useMemo, useRef } from 'react';
import { type FieldId, isSameValue } from '../model/field.ts';
import type { Checked } from '../model/variable.ts';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState, Problem } from '../store/cardState.ts';
import { collides, hasConflict } from '../store/conflict.ts';
import { isDirty } from '../store/drafts.ts';
import type { FieldConflict, SubmitResult } from './useField.ts';
import { useSlice } from './useSlice.ts';

/** One field of a form. */
export interface FormField<Value, Input> {
  readonly id: FieldId;
  /** What the editor holds when the form opens. */
  readonly initial: Input;
  /**
   * What the editor holds for a value. With it a field that is open and nobody has typed into is not sent, and a
   * colleague's change of it is no conflict.
   */
  toInput?(value: Value): Input;
  parse(input: Input): FormCheck<Value>;
}

/** The outcome of a check. `path` says which entry of a list is wrong: `1.value`. */
export type FormCheck<Value> = Checked<Value> & { readonly path?: string | undefined };

export interface FormOptions<Shape extends FormShape> {
  /** What submitting does. Default: the values that changed are asked for as edits of their fields. */
  readonly send?: ((values: FormValues<Shape>, inputs: ReadonlyMap<FieldId, unknown>) => void) | undefined;
  /** Sends also what nobody has touched: for a form that is offered filled in. */
  readonly sendsUntouched?: boolean | undefined;
  /** It is never closed: what nobody types into shows what is there. */
  readonly isAlwaysOpen?: boolean | undefined;
}

/** The fields of a form by name. `Shape` says what each holds as a value and in its editor. */
export type FormFields<Shape extends FormShape> = {
  readonly [Name in keyof Shape]: FormField<Shape[Name]['value'], Shape[Name]['input']>;
};

export type FormShape = { readonly [name: string]: { readonly value: unknown; readonly input: unknown } };
export type FormValues<Shape extends FormShape> = { readonly [Name in keyof Shape]: Shape[Name]['value'] };
export type FormInputs<Shape extends FormShape> = { readonly [Name in keyof Shape]: Shape[Name]['input'] };

export interface FormState<Shape extends FormShape> {
  readonly isOpen: boolean;
  readonly isDirty: boolean;
  readonly inputs: FormInputs<Shape>;
  /** Why a field was not taken, here or by the server. */
  readonly problems: { readonly [Name in keyof Shape]?: Problem | undefined };
  /** Somebody else changed the field since the form was opened. */
  readonly conflicts: { readonly [Name in keyof Shape]?: FieldConflict<Shape[Name]['value']> | undefined };
  readonly open: () => void;
  readonly change: <Name extends keyof Shape>(name: Name, input: Shape[Name]['input']) => void;
  /** Checks all fields and sends them as one mutation. */
  readonly submit: () => SubmitResult;
  /** Closes the form and forgets what is typed. */
  readonly cancel: () => void;
  readonly keepMine: (name: keyof Shape) => void;
  readonly takeTheirs: (name: keyof Shape) => void;
}

/**
 * A group of fields with one submit, over the drafts of the store: what is typed survives switching, news and a
 * rejection.
 */
export function useForm<Shape extends FormShape>(
  fields: FormFields<Shape>,
  { send, sendsUntouched = false, isAlwaysOpen = false }: FormOptions<Shape> = {},
): FormState<Shape> {
  const { store } = useSubscriberContext().card;
  const latest = useRef({ fields, send, sendsUntouched, isAlwaysOpen });
  // Before any effect of a child can call a verb.
  useInsertionEffect(() => {
    latest.current = { fields, send, sendsUntouched, isAlwaysOpen };
  });
  const names = Object.keys(fields) as (keyof Shape & string)[];
  const { drafts, refused, conflicting } = useSlice((state) => ({
    drafts: names.map((name) => state.drafts.get(fields[name].id)),
    refused: names.map((name) => state.mutations.conflicts.get(fields[name].id)),
    conflicting: names.map((name) =>
      isConflicting(state, fields[name]) ? state.confirmed.fields.get(fields[name].id) : undefined,
    ),
  }));

  const verbs = useMemo(() => {
    const entries = () =>
      Object.entries(latest.current.fields) as [keyof Shape, FormField<unknown, unknown>][];
    const ids = () => entries().map(([, field]) => field.id);
    return {
      open() {
        for (const [, { id, initial }] of entries()) store.edit(id, initial);
      },
      change<Name extends keyof Shape>(name: Name, input: Shape[Name]['input']) {
        store.change(latest.current.fields[name].id, input);
      },
      submit(): SubmitResult {
        const state = store.getState();
        const isClosed = ids().every((id) => !state.drafts.has(id));
        if (isClosed && !latest.current.sendsUntouched) return 'unchanged';
        const values = new Map<keyof Shape, unknown>();
        const inputs = new Map<FieldId, unknown>();
        let isValid = true;
        for (const [name, field] of entries()) {
          const { id, initial, parse } = field;
          const draft = state.drafts.get(id);
          const input = draft && isTyped(state, field) ? draft.input : initial;
          const parsed = parse(input);
          if (parsed.ok) values.set(name, parsed.value);
          else {
            isValid = false;
            if (!draft) store.edit(id, initial);
            store.setProblem(id, { type: 'invalid', reason: parsed.reason, path: parsed.path });
          }
          inputs.set(id, input);
        }
        if (!isValid) return 'invalid';
        const isTaken = entries().some(
          ([name, field]) => isConflicting(state, field) && collides(state, field.id, values.get(name)),
        );
        if (isTaken) return 'conflict';
        const before = store.getState().mutations;
        if (latest.current.send) latest.current.send(Object.fromEntries(values) as FormValues<Shape>, inputs);
        else store.mutate(new Map(entries().map(([name, { id }]) => [id, values.get(name)])));
        return store.getState().mutations === before ? 'unchanged' : 'submitted';
      },
      cancel: () => store.cancel(ids()),
      keepMine: (name: keyof Shape) => store.keepMine(latest.current.fields[name].id),
      takeTheirs(name: keyof Shape) {
        const { id } = latest.current.fields[name];
        const wasOpen = store.getState().drafts.has(id);
        store.takeTheirs(id);
        // The form stays open, now on what the server holds.
        if (wasOpen && !latest.current.isAlwaysOpen) store.edit(id, latest.current.fields[name].initial);
      },
    };
  }, [store]);

  const byName = <T>(pick: (name: keyof Shape & string, place: number) => T) =>
    Object.fromEntries(names.map((name, place) => [name, pick(name, place)]));
  return {
    isOpen: drafts.some((draft) => draft !== undefined),
    isDirty: names.some((name, place) => {
      const draft = drafts[place];
      return draft !== undefined && !isSameValue(fields[name].id, draft.input, fields[name].initial);
    }),
    inputs: byName((name, place) => {
      const draft = drafts[place];
      return draft ? draft.input : fields[name].initial;
    }) as FormInputs<Shape>,
    problems: byName((_, place) => drafts[place]?.problem) as FormState<Shape>['problems'],
    conflicts: byName((_, place) => {
      const theirs = conflicting[place];
      const mine = drafts[place] ? undefined : refused[place]?.value;
      return theirs && { theirs: theirs.value, mine, by: theirs.by, at: theirs.at };
    }) as FormState<Shape>['conflicts'],
    ...verbs,
  };
}

type AnyField = Pick<FormField<never, unknown>, 'id' | 'toInput'>;

/** Whether a draft holds more than what stood in the editor when it was opened. */
function isTyped({ drafts }: CardState, { id, toInput }: AnyField): boolean {
  const draft = drafts.get(id);
  if (!draft) return false;
  // Opened over a change that is on its way it may have been set back to what was there before.
  return isDirty(id, draft) || !toInput || !isSameValue(id, draft.input, toInput(draft.base as never));
}

function isConflicting(state: CardState, field: AnyField): boolean {
  return hasConflict(state, field.id) && (!state.drafts.has(field.id) || isTyped(state, field));
}
