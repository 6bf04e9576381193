import { type AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import type { ErrorCode } from '../model/errorCode.ts';
import { demand, words } from './demand.ts';

/** How a call ended. Neither what was answered nor what was thrown is looked at: either can be anything. */
export type Ending =
  | { readonly type: 'answered'; readonly answer: unknown }
  | { readonly type: 'rejected' | 'threw'; readonly reason: unknown }
  | { readonly type: 'pending' };

/** Makes a call and waits for its end, at most so long. */
export async function endingOf(call: () => Promise<unknown>, patienceMs = Infinity): Promise<Ending> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pending = new Promise<Ending>((resolve) => {
    if (patienceMs < Infinity) timer = setTimeout(() => resolve({ type: 'pending' }), patienceMs);
  });
  try {
    const ended = call().then(
      (answer): Ending => ({ type: 'answered', answer }),
      (reason: unknown): Ending => ({ type: 'rejected', reason }),
    );
    return await Promise.race([ended, pending]);
  } catch (reason) {
    return { type: 'threw', reason };
  } finally {
    clearTimeout(timer);
  }
}

/** The error that a call has to reject with; `that` says why. */
export async function refusalOf(
  call: () => Promise<unknown>,
  code: ErrorCode,
  that: string,
  advice: string,
): Promise<AdapterError> {
  const ending = await endingOf(call);
  const error = ending.type === 'rejected' ? readAdapterError(ending.reason) : null;
  demand(error?.code === code, {
    that,
    expected: words(`a rejection with an AdapterError of the code "${code}"`),
    got: 'reason' in ending ? ending.reason : words('an answer'),
    advice,
  });
  return error as AdapterError;
}

/** What the card takes for an error of the contract, be it of another copy of the package; else `null`. */
export function readAdapterError(reason: unknown): AdapterError | null {
  const error = toAdapterError(reason);
  return error === reason || error.code !== 'unknown' ? error : null;
}
