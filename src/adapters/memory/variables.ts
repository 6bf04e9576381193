import { isSameValue, toFieldId } from '../../model/field.ts';
import type { SubscriberRef } from '../../model/subscriber.ts';
import type { Variable, VariableValue } from '../../model/variable.ts';
import { checkHeld } from './checkHeld.ts';
import {
  assertEditable,
  findSubscriber,
  type MemoryState,
  notFound,
  recordOf,
  sign,
  type Write,
} from './createMemoryState.ts';
import { invalid, messageOf } from './invalid.ts';
import { assertRevision, stamp, stampField } from './revision.ts';

export function setVariable(
  state: MemoryState,
  ref: SubscriberRef,
  key: string,
  value: VariableValue,
  write: Write,
): Variable {
  const subscriber = findSubscriber(state, ref);
  const held = subscriber.variables.find((variable) => variable.key === key);
  if (!held) throw notFound('variable');
  assertEditable(write, subscriber.readOnly, held.readOnly);
  assertRevision(write.ifRevision, held.revision ?? subscriber.revision, () => ({
    current: held,
    by: held.updatedBy,
    at: held.updatedAt,
    ...recordOf(state, ref),
  }));
  const checked = checkHeld(held, value);
  if (!checked.ok) throw invalid([{ path: 'value', message: messageOf(checked.reason) }]);
  const field = toFieldId({ kind: 'variable', key });
  if (isSameValue(field, held.value, checked.value)) return held;

  const author = sign(state, write);
  const { updatedBy: _, ...rest } = held;
  const next = stampField(state, {
    ...rest,
    value: checked.value,
    updatedAt: author.at,
    ...(author.by !== undefined && { updatedBy: author.by }),
  });
  const variables = subscriber.variables.map((variable) => (variable === held ? next : variable));
  const record = stamp(state, { ...subscriber, variables });
  state.subscribers.set(ref.id, record);
  const news = { value: next.value, revision: next.revision ?? record.revision, ...author };
  state.feed.emit(ref.id, { type: 'changed', fields: { [field]: news } });
  return next;
}
