import { AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import { checkVariableValue } from '../adapters/checkAnswer.ts';
import { checkEvent } from '../adapters/checkEvent.ts';
import type { CardEvent, DataAdapter, FieldNews } from '../adapters/DataAdapter.ts';
import { type FieldId, parseFieldId } from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Variable } from '../model/variable.ts';
import type { CardState } from './cardState.ts';

export interface ListenOptions {
  readonly adapter: DataAdapter;
  readonly ref: SubscriberRef;
  readonly getState: () => CardState;
  readonly onEvent: (event: CardEvent) => void;
  readonly onError: (error: AdapterError) => void;
}

/** Hears the live events of a subscriber, whatever the adapter does. Returns what ends it; later calls are ignored. */
export function listenToEvents({ adapter, ref, getState, onEvent, onError }: ListenOptions): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const listener = (answer: unknown) => {
    if (signal.aborted) return;
    const event = checkEvent(answer, onError);
    if (event) onEvent(event.type === 'changed' ? withFittingValues(event, getState(), onError) : event);
  };
  const stop = attempt(() => adapter.subscribe?.(ref, listener, { signal }), onError);
  return () => {
    controller.abort();
    if (typeof stop === 'function') attempt(stop, onError);
  };
}

/** An event says a value, not its type: that is known here. */
function withFittingValues(
  event: Extract<CardEvent, { type: 'changed' }>,
  { confirmed }: CardState,
  onError: (error: AdapterError) => void,
): CardEvent {
  const fields = new Map<string, FieldNews | undefined>(Object.entries(event.fields));
  for (const [id, news] of fields) {
    const type = typeOf(id, confirmed.variables, confirmed.contact?.fields ?? []);
    if (type === undefined || !news) continue;
    try {
      fields.set(id, { ...news, value: checkVariableValue(type, news.value) });
    } catch {
      fields.delete(id);
      onError(
        new AdapterError('malformed', 'An event has a value of another type.', { path: id, expected: type }),
      );
    }
  }
  return { type: 'changed', fields: Object.fromEntries(fields) as { [id in FieldId]?: FieldNews } };
}

function typeOf(
  id: string,
  variables: readonly Variable[],
  contactFields: readonly Variable[],
): string | undefined {
  const field = parseFieldId(id);
  if (field?.kind === 'variable') return variables.find(({ key }) => key === field.key)?.type;
  if (field?.kind === 'contactField') return contactFields.find(({ key }) => key === field.key)?.type;
  return undefined;
}

function attempt<T>(run: () => T, onError: (error: AdapterError) => void): T | undefined {
  try {
    return run();
  } catch (thrown) {
    onError(toAdapterError(thrown));
    return undefined;
  }
}
