import type { Messages } from '../../src/i18n/messages.ts';

/**
 * Every message with its path, such as `tags.remove`. A function is called with arguments that can be recognised, and
 * where it counts, with `count`.
 */
export function messageTexts(messages: Messages, count = 3): [path: string, text: string][] {
  return textsOf(messages, count, '');
}

/** Whether a message takes a number. */
export function isCounted(path: string): boolean {
  return COUNTED.test(path);
}

const COUNTED =
  /(?<!^errors)\.(members|followers|found|available|more|manyChanged|omitted|signedOut|offline|paused|phoneAt|emailAt|removePhone|removeEmail)$/;

function textsOf(group: object, count: number, path: string): [string, string][] {
  return Object.entries(group).flatMap(([key, message]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof message === 'string') return [[at, message]];
    if (typeof message === 'function') return [[at, call(at, message, count)]];
    return textsOf(message as object, count, at);
  });
}

function call(path: string, message: (...values: unknown[]) => string, count: number): string {
  if (path === 'conflict.changed') return message({ by: '⟨by⟩', value: '⟨value⟩', when: '⟨when⟩' });
  if (path.startsWith('validation.')) return message({ max: count, hint: '⟨hint⟩' });
  if (/^tags\.(added|removed)$/.test(path)) return message('⟨one⟩', count);
  return isCounted(path) ? message(count) : message('⟨one⟩', '⟨two⟩');
}
