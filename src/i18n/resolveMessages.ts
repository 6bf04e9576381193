import type { Locale, Messages } from './messages.ts';

/** The messages that a host wants to say otherwise; the rest comes from the locale. */
export type MessagesOverride<Group = Messages> = {
  readonly [K in keyof Group]?:
    | (Group[K] extends string | ((...args: never[]) => string) ? Group[K] : MessagesOverride<Group[K]>)
    | undefined;
};

/** The messages of a locale with the host's own over them. Keys that the card does not know are left out. */
export function resolveMessages(locale: Locale, override?: MessagesOverride | undefined): Messages {
  return override === undefined ? locale.messages : overlay(locale.messages, override);
}

function overlay<T extends object>(base: T, override: object): T {
  const entries = Object.entries(base).map(([key, text]) => {
    const own: unknown = Object.hasOwn(override, key) ? Reflect.get(override, key) : undefined;
    if (isGroup(text)) return [key, isGroup(own) ? overlay(text, own) : text];
    return [key, typeof own === typeof text ? own : text];
  });
  return Object.fromEntries(entries);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
