import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { CardEvent, DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { isWrite } from './isWrite.ts';

/** What becomes of the next save. */
export interface Trouble {
  /** It takes its time. */
  readonly isSlow?: boolean | undefined;
  readonly outcome?: 'refused' | 'lost' | 'paused' | undefined;
}

/** What lies between a page and its backend. */
export interface Line {
  readonly adapter: DataAdapter;
  /** No network: calls fail, events are lost. */
  setCut(isCut: boolean): void;
  /** Signed out, every call is refused. */
  setSignedIn(isSignedIn: boolean): void;
  setTrouble(trouble: Trouble): void;
  /** Nobody is there any more: what is on its way is never answered. */
  hangUp(): void;
}

/** How long a slow save takes. */
export const SLOW = 1500;

const refusal = [{ path: 'value', message: 'We do not make this size.' }];

type Method = (...args: unknown[]) => Promise<unknown>;

/** A line to a backend. `onTrouble` is called when a save has met what was planned for it. */
export function createLine(backend: DataAdapter, onTrouble: () => void): Line {
  const listeners = new Set<(event: CardEvent) => void>();
  const tell = (event: CardEvent) => {
    for (const listener of listeners) listener(event);
  };
  let [isCut, isSignedIn, isThere] = [false, true, true];
  let trouble: Trouble = {};

  async function call(method: Method, writes: boolean, args: unknown[]): Promise<unknown> {
    if (isCut) throw new AdapterError('offline', 'The network is cut.');
    if (!isSignedIn) throw new AdapterError('unauthorized', 'Signed out.');
    const { isSlow = false, outcome } = writes ? trouble : {};
    if (isSlow || outcome) {
      trouble = {};
      onTrouble();
    }
    if (isSlow) await new Promise((resolve) => setTimeout(resolve, SLOW));
    if (outcome === 'refused') throw new AdapterError('invalid', 'Refused.', { issues: refusal });
    if (outcome === 'paused') throw new AdapterError('rate-limited', 'Too many.', { retryAfterMs: 20_000 });
    const answer = await method(...args);
    if (outcome === 'lost') throw new AdapterError('timeout', 'The answer was lost.');
    return isThere ? answer : new Promise(() => {});
  }

  const methods = Object.entries(backend).map(([name, method]) => {
    return [
      name,
      typeof method === 'function'
        ? (...args: unknown[]) => call(method as Method, isWrite(name), args)
        : method,
    ];
  });
  return {
    adapter: {
      ...(Object.fromEntries(methods) as DataAdapter),
      subscribe(ref, listener, context) {
        const hear = (event: CardEvent) => {
          if (!isCut && isThere) listener(event);
        };
        listeners.add(hear);
        const stop = backend.subscribe?.(ref, hear, context);
        return () => {
          listeners.delete(hear);
          stop?.();
        };
      },
    },
    setCut(next) {
      if (next) tell({ type: 'connection', state: 'closed' });
      isCut = next;
      if (!next) tell({ type: 'connection', state: 'open' });
    },
    setSignedIn(next) {
      isSignedIn = next;
    },
    setTrouble(next) {
      trouble = next;
    },
    hangUp() {
      isThere = false;
      isCut = true;
    },
  };
}
