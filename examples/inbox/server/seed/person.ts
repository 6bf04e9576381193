import type { VariableValue } from '../../../../src/model/variable.ts';
import type { Point, Profile } from '../schema.ts';

/** Somebody who writes to the shop, with everything the example knows about them. */
export interface Person {
  readonly id: string;
  readonly channel: string;
  readonly kind?: 'group';
  readonly name: string;
  readonly profile: Profile;
  /** The platform tells which ad a message came from. */
  readonly tellsAds?: boolean;
  readonly variables: { readonly [key: string]: VariableValue };
  readonly tags: readonly string[];
  readonly contact?: {
    readonly firstName: string;
    readonly lastName: string;
    readonly phones?: readonly Point[];
    readonly emails?: readonly Point[];
    readonly assigneeId?: string;
    readonly fields?: { readonly [key: string]: VariableValue };
  };
  /** The oldest first. */
  readonly deals?: readonly DealSeed[];
  readonly unread?: number;
  /** The oldest first. */
  readonly chat: readonly ChatLine[];
}

export interface DealSeed {
  readonly name: string;
  /** `store-won`: pipeline and step. */
  readonly stepId: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly assigneeId?: string;
  readonly daysAgo: number;
  readonly by?: string;
}

export interface ChatLine {
  readonly from: 'them' | 'bot' | 'Ana Souza' | 'Bruno Lima' | (string & Record<never, never>);
  readonly text: string;
  readonly minutesAgo: number;
  /** The ad that the message answers. */
  readonly ad?: string;
}

export type Ago = (minutes: number) => string;

export const hours = (count: number) => count * 60;
export const days = (count: number) => count * 24 * 60;

export function them(minutesAgo: number, text: string, ad?: string): ChatLine {
  return { from: 'them', text, minutesAgo, ...(ad !== undefined && { ad }) };
}

export function ana(minutesAgo: number, text: string): ChatLine {
  return { from: 'Ana Souza', text, minutesAgo };
}

export function bruno(minutesAgo: number, text: string): ChatLine {
  return { from: 'Bruno Lima', text, minutesAgo };
}

export function bot(minutesAgo: number, text: string): ChatLine {
  return { from: 'bot', text, minutesAgo };
}
