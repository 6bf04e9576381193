import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { Capability, Delay, Fail, MemoryMethod } from '../../src/adapters/createMemoryAdapter.ts';
import type { ErrorCode } from '../../src/model/errorCode.ts';
import type { BackendOptions } from './createBackend.ts';
import { isWrite } from './isWrite.ts';

/** How the backend of a story behaves, over what the story itself has planned for it. */
export type AdapterMode = 'instant' | 'slow' | 'failing' | 'offline' | 'read-only';

/** Milliseconds until a slow backend answers. */
export const SLOW_ANSWER = 1500;

const writes: readonly Capability[] = [
  'setVariable',
  'addTag',
  'removeTag',
  'createTag',
  'createDeal',
  'updateDeal',
  'deleteDeal',
  'createContact',
  'updateContact',
  'linkContact',
];

/** The options of a story's backend in a mode of the toolbar. What was planned by the story stays. */
export function inMode(options: BackendOptions, mode: AdapterMode): BackendOptions {
  switch (mode) {
    case 'instant':
      return options;
    case 'slow':
      return { ...options, delay: (method) => Math.max(SLOW_ANSWER, delayOf(options.delay, method)) };
    // An error that is not tried again by itself: the card says at once that it was not saved.
    case 'failing':
      return { ...options, fail: refusing(options.fail, 'unknown') };
    case 'offline':
      return { ...options, fail: refusing(options.fail, 'offline') };
    case 'read-only':
      return { ...options, omit: [...(options.omit ?? []), ...writes] };
  }
}

function delayOf(delay: Delay = 0, method: MemoryMethod): number {
  return typeof delay === 'function' ? delay(method) : delay;
}

/** What was read before stays on the screen, as it does where a server or a network goes away. */
function refusing(planned: Fail | undefined, code: ErrorCode): Fail {
  return (method, args) =>
    planned?.(method, args) ??
    (isWrite(method) ? new AdapterError(code, 'Refused by the toolbar of Storybook.') : undefined);
}
