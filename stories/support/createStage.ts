import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { type Backend, type BackendOptions, createBackend } from './createBackend.ts';
import { createDesk, type Desk } from './createDesk.ts';

/** Two operators of one backend. */
export interface Stage {
  readonly backend: Backend;
  readonly ana: Desk;
  readonly bruno: Desk;
}

export const marina: SubscriberRef = { id: 'marina', channel: 'instagram' };
export const olena: SubscriberRef = { id: 'olena', channel: 'telegram' };
/** Of Marina's deals the one that is open. */
export const deal = 'deal-2041';

/** Ana and Bruno, both with Marina. */
export function createStage(options: BackendOptions = {}): Stage {
  const backend = createBackend(options);
  const sitDown = (name: string) => createDesk(name, backend.control.adapterFor(name), marina);
  return { backend, ana: sitDown('Ana Souza'), bruno: sitDown('Bruno Lima') };
}
