import { toFieldId } from '../../../src/model/field.ts';
import type { CardChange } from '../../../src/store/cardState.ts';
import type { Evidence } from './CardWitness.ts';
import { PRESENT, type Text, toStored, toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** What is told as saved the server has done. */
export function checkChange(evidence: Evidence, change: CardChange): void {
  if (!isDone(evidence, change))
    throw new Violation(`I1: ${change.type} was told, and the server has not done it`);
}

function isDone({ ledger, server }: Evidence, change: CardChange): boolean {
  const { subscriber } = ledger;
  switch (change.type) {
    case 'variableChanged': {
      const field = toFieldId({ kind: 'variable', key: change.key });
      return server.everHeld(subscriber, field, toStored(change.value as Text));
    }
    case 'tagAdded':
    case 'tagRemoved': {
      const field = toFieldId({ kind: 'tag', id: change.tagId });
      return server.everHeld(subscriber, field, change.type === 'tagAdded' ? PRESENT : null);
    }
    case 'dealFieldChanged':
    case 'dealStepChanged': {
      const name = change.type === 'dealStepChanged' ? 'step' : change.field;
      const field = toFieldId({ kind: 'deal', id: change.dealId, name });
      return server.everHeld(subscriber, field, toStored(toText(field, change.value)));
    }
    case 'dealCreated':
      return server.everHadDeal(subscriber, change.dealId);
    case 'dealDeleted':
      return !server.hasDeal(subscriber, change.dealId);
    case 'contactSaved':
      return false;
  }
}
