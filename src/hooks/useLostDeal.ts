'use client';
import type { MoneyInput } from '../i18n/parse.ts';
import { NEW } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import { toDealFieldId } from './dealFields.ts';
import { useCapability } from './useCapability.ts';
import { useDeal } from './useDeal.ts';

export interface LostDeal {
  /** What the deal was called. */
  readonly name: string;
  readonly inputs: { readonly name: string; readonly value: MoneyInput };
  /** The form of a new deal is free to take the text over. */
  readonly canCreate: boolean;
  /** Opens the form of a new deal on what was typed here. */
  readonly createAsNew: () => void;
  /** Forgets what was typed. */
  readonly discard: () => void;
}

/** A deal that was deleted elsewhere while somebody was typing into it here. */
export function useLostDeal(id: string): LostDeal {
  const { store } = useSubscriberContext().card;
  const { deal, form, readOnly } = useDeal({ id, status: 'open' });
  const canCreate = useCapability('createDeal');
  const isTaken = useCardStore((state) => state.drafts.has(toDealFieldId(NEW, 'name')));
  return {
    name: deal.name || form.inputs.name,
    inputs: form.inputs,
    canCreate: canCreate && readOnly === false && !isTaken,
    createAsNew() {
      const { name, step, value } = form.inputs;
      const inputs = { name, step: step?.stepId ? step : null, value, assignee: deal.assignee };
      for (const [field, input] of Object.entries(inputs))
        store.change(toDealFieldId(NEW, field as keyof typeof inputs), input);
      form.cancel();
    },
    discard: form.cancel,
  };
}
