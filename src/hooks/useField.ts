'use client';
import { useMemo } from 'react';
import type { AdapterError } from '../adapters/AdapterError.ts';
import { type FieldId, toLane } from '../model/field.ts';
import type { Checked } from '../model/variable.ts';
import { useCardContext, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState, Problem } from '../store/cardState.ts';
import { collides, hasConflict } from '../store/conflict.ts';
import { isDirty } from '../store/drafts.ts';
import { type MutationStatus, mutationOf, shown } from '../store/mutations.ts';
import { toReadOnly } from './useReadOnly.ts';
import { useSlice } from './useSlice.ts';

/** How an editor's input becomes a value, and back. */
export interface FieldCodec<Value, Input> {
  toInput(value: Value): Input;
  /** `current` is the value that the reader sees. */
  parse(input: Input, current: Value): Checked<Value>;
}

/** What became of `submit()`. */
export type SubmitResult = 'submitted' | 'unchanged' | 'invalid' | 'conflict';

/** Somebody else's value against one's own. */
export interface FieldConflict<Value> {
  /** What the server holds. */
  readonly theirs: Value;
  /** What was asked for here. `undefined` while it is still being typed: then it is in the editor. */
  readonly mine: Value | undefined;
  readonly by: string | undefined;
  /** RFC 3339. */
  readonly at: string | undefined;
}

/** What somebody else had set, before one's own was written over it. */
export interface ReplacedValue<Value> {
  readonly theirs: Value;
  readonly by: string | undefined;
  /** RFC 3339. */
  readonly at: string | undefined;
}

export interface FieldState<Value, Input> {
  /** What the reader sees: what was asked for, else what the server holds. `undefined` until it is known. */
  readonly value: Value | undefined;
  /** What the editor holds, while there is one. */
  readonly input: Input | undefined;
  readonly isEditing: boolean;
  /** The fate of the last change, until it is confirmed. */
  readonly status: MutationStatus | undefined;
  /** Not confirmed yet. */
  readonly isPending: boolean;
  /** Why it waits or has failed. */
  readonly error: AdapterError | undefined;
  /** Why what is typed was not taken. */
  readonly problem: Problem | undefined;
  readonly conflict: FieldConflict<Value> | undefined;
  /** A colleague's change that was written over, where the backend has no revisions to prevent that. */
  readonly replaced: ReplacedValue<Value> | undefined;
  /** Who set what the server holds, where it is known. */
  readonly changedBy: string | undefined;
  /** RFC 3339. */
  readonly changedAt: string | undefined;
  /** `false`, or why it may not be edited; `''` where no reason is known. */
  readonly readOnly: false | string;
  /** Opens the editor with the value shown. */
  readonly edit: () => void;
  readonly change: (input: Input) => void;
  /** Checks what is typed and asks for it. A conflict or an invalid text keeps the editor open. */
  readonly submit: () => SubmitResult;
  /** Closes the editor and forgets what is typed. */
  readonly cancel: () => void;
  /** Asks for a value without an editor. */
  readonly set: (value: Value) => void;
  readonly retry: () => void;
  readonly discard: () => void;
  /** Asks for one's own over theirs. */
  readonly keepMine: () => SubmitResult;
  readonly takeTheirs: () => void;
  /** Writes back what was written over. */
  readonly restoreTheirs: () => void;
  /** Leaves it at one's own. */
  readonly dismissReplaced: () => void;
}

/** Everything about one field: all editing goes through it. `codec` is kept stable by the caller. */
export function useField<Value, Input>(
  id: FieldId,
  codec: FieldCodec<Value, Input>,
): FieldState<Value, Input> {
  const { store } = useSubscriberContext().card;
  const { readOnly } = useCardContext();
  const field = useSlice((state) => readField(state, id, readOnly));

  const verbs = useMemo(() => {
    const lane = toLane(id);
    function submit(): SubmitResult {
      const state = store.getState();
      const open = state.drafts.get(id);
      if (!open) return 'unchanged';
      const current = shown(state.mutations, state.confirmed, id) as Value;
      const parsed = codec.parse(open.input as Input, current);
      if (!parsed.ok) {
        store.setProblem(id, { type: 'invalid', reason: parsed.reason });
        return 'invalid';
      }
      if (collides(state, id, parsed.value)) {
        if (isDirty(id, open)) return 'conflict';
        // Nothing was typed, so there is nothing to choose from.
        store.cancel([id]);
        return 'unchanged';
      }
      const before = store.getState().mutations;
      store.mutate(new Map([[id, parsed.value]]));
      return store.getState().mutations === before ? 'unchanged' : 'submitted';
    }
    return {
      edit() {
        const state = store.getState();
        store.edit(id, codec.toInput(shown(state.mutations, state.confirmed, id) as Value));
      },
      change: (input: Input) => store.change(id, input),
      submit,
      cancel: () => store.cancel([id]),
      set: (next: Value) => store.mutate(new Map([[id, next]])),
      retry: () => store.retry(lane),
      discard: () => store.discard(lane),
      keepMine(): SubmitResult {
        store.keepMine(id);
        return submit();
      },
      takeTheirs: () => store.takeTheirs(id),
      restoreTheirs: () => store.restoreTheirs(id),
      dismissReplaced: () => store.dismissReplaced(id),
    };
  }, [store, id, codec]);

  const { draft, mutation, refused, replaced, changedBy, changedAt } = field;
  return {
    value: field.value as Value | undefined,
    input: draft?.input as Input | undefined,
    isEditing: draft !== undefined,
    status: mutation?.status,
    isPending: mutation !== undefined && mutation.status !== 'failed',
    error: mutation?.error,
    problem: draft?.problem,
    conflict: field.isConflict
      ? {
          theirs: field.theirs as Value,
          mine: draft ? undefined : (refused?.value as Value | undefined),
          by: changedBy,
          at: changedAt,
        }
      : undefined,
    replaced: replaced && { theirs: replaced.theirs as Value, by: replaced.by, at: replaced.at },
    changedBy,
    changedAt,
    readOnly: field.readOnly,
    ...verbs,
  };
}

/** What a row draws, in one subscription: with each news every row is asked whether it has changed. */
function readField(state: CardState, id: FieldId, cardReadOnly: false | string) {
  const { confirmed, mutations, drafts } = state;
  const known = confirmed.fields.get(id);
  return {
    value: shown(mutations, confirmed, id),
    theirs: known?.value,
    changedBy: known?.by,
    changedAt: known?.at,
    draft: drafts.get(id),
    mutation: mutationOf(mutations, id),
    refused: mutations.conflicts.get(id),
    isConflict: hasConflict(state, id),
    replaced: state.replaced.get(id),
    readOnly: toReadOnly(cardReadOnly, state, toLane(id)),
  };
}
