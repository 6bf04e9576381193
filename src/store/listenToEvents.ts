import { AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import { checkVariableValue } from '../adapters/checkAnswer.ts';
import { checkEvent } from '../adapters/checkEvent.ts';
import type { CardEvent, DataAdapter, FieldNews } from '../adapters/DataAdapter.ts';
import { type FieldId, parseFieldId } from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Variable } from '../model/variable.ts';
import type { CardState } from './cardState.ts';
import type { Clock } from './clock.ts';

export interface ListenOptions {
  readonly adapter: DataAdapter;
  readonly ref: SubscriberRef;
  /** Its abort ends it. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly getState: () => CardState;
  readonly onEvent: (event: Exclude<CardEvent, { type: 'connection' }>) => void;
  /** The stream flows from here on. What has happened since the reads so far began, nobody has told. */
  readonly onGap: () => void;
  /** There is an event after so long that the page may have slept meanwhile. */
  readonly onSilence: () => void;
  readonly onError: (error: AdapterError) => void;
}

const LONG_SILENCE = 5 * 60_000;

/** Hears the live events of a subscriber, whatever the adapter does. What it tells after the end is ignored. */
export function listenToEvents(options: ListenOptions): void {
  const { adapter, ref, signal, clock, getState, onEvent, onGap, onSilence, onError } = options;
  const report = (thrown: unknown) => onError(toAdapterError(thrown));
  let isOpen = false;
  let heardAt = clock.now();

  function hear(event: CardEvent) {
    const silence = clock.now() - heardAt;
    heardAt = clock.now();
    // A clock that was set back says as little.
    if (silence < 0 || silence > LONG_SILENCE) onSilence();
    if (event.type === 'connection') {
      const wasOpen = isOpen;
      isOpen = event.state === 'open';
      if (isOpen && !wasOpen) onGap();
    } else onEvent(event.type === 'changed' ? withFittingValues(event, getState(), onError) : event);
  }

  function listener(answer: unknown) {
    if (signal.aborted) return;
    try {
      const event = checkEvent(answer, onError);
      if (event) hear(event);
    } catch (thrown) {
      // What we cannot use is no fault of the adapter, which goes on telling.
      report(thrown);
    }
  }

  function stopAtEnd(stop: unknown) {
    if (typeof stop !== 'function') return;
    const end = () => attempt(stop as () => unknown, report);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  }

  attempt(() => {
    const stop: unknown = adapter.subscribe?.(ref, listener, { signal });
    // Some have to connect first.
    return isThenable(stop) ? stop.then(stopAtEnd) : stopAtEnd(stop);
  }, report);
}

/** Reports what is thrown, at once or later. */
function attempt(run: () => unknown, report: (thrown: unknown) => void): void {
  try {
    const result = run();
    if (isThenable(result)) Promise.resolve(result).catch(report);
  } catch (thrown) {
    report(thrown);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/** An event says a value, not its type: that is known here. */
function withFittingValues(
  event: Extract<CardEvent, { type: 'changed' }>,
  { confirmed }: CardState,
  onError: (error: AdapterError) => void,
): typeof event {
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
