import type { FieldId } from '../../../src/model/field.ts';
import type { Desk } from './Desk.ts';

/** How an editor in place is left. `open`: it is not. */
export type Way = 'enter' | 'tab' | 'outside' | 'switch' | 'escape' | 'open';

export interface Typed {
  readonly subscriber: string;
  readonly field: FieldId;
  /** What is to be saved; `undefined` where only the card knows. */
  readonly value: unknown;
}

/** Leaves an editor in one of the ways that there are, and notes what was asked for by that. */
export async function leave(desk: Desk, control: HTMLElement, typed: readonly Typed[]): Promise<Way> {
  const { ledger } = desk;
  const way = pickWay(desk.random());
  const since = ledger.now();
  if (way === 'escape') await ledger.giveUp(() => go(desk, way, control));
  else await go(desk, way, control);
  for (const { subscriber, field, value } of typed) {
    const isKept = desk.client.findCard({ id: subscriber })?.store.getState().drafts.has(field);
    // By a conflict, or because nobody left.
    if (isKept) {
      ledger.type(subscriber, field, value);
      continue;
    }
    ledger.close(subscriber, field);
    if (way !== 'escape' && value !== undefined) ledger.intend(subscriber, field, value, since);
  }
  ledger.adopt(since);
  return way;
}

function pickWay(draw: number): Way {
  if (draw < 0.5) return 'enter';
  if (draw < 0.65) return 'tab';
  if (draw < 0.78) return 'outside';
  if (draw < 0.88) return 'switch';
  return draw < 0.94 ? 'escape' : 'open';
}

async function go({ user, find, all, pick }: Desk, way: Way, control: HTMLElement): Promise<void> {
  switch (way) {
    case 'enter':
      return user.keyboard(control.tagName === 'TEXTAREA' ? '{Control>}{Enter}{/Control}' : '{Enter}');
    case 'tab':
      return user.tab();
    case 'outside':
      return user.click(find('h2') ?? document.body);
    case 'switch':
      return user.click(pick(all('[data-id][aria-pressed=false]')) ?? document.body);
    case 'escape':
      return user.keyboard('{Escape}');
    case 'open':
      return;
  }
}
