import { userEvent } from 'vitest/browser';
import { nameOf } from './nameOf.ts';

/** An operator who has no mouse. Counts what they press. */
export interface Keyboard {
  readonly presses: number;
  /** Keys by their names: `Enter`, `Shift+Tab`, `Control+z`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes on by Tab until this has the focus. */
  tabTo(role: string, name: string): Promise<void>;
  /** Goes back by Shift and Tab until this has the focus. */
  tabBackTo(role: string, name: string): Promise<void>;
}

// A way round the whole page is shorter.
const LOST = 60;

export function createKeyboard(): Keyboard {
  let presses = 0;

  async function press(...keys: readonly string[]) {
    for (const key of keys) {
      presses += 1;
      const [last = '', ...modifiers] = key.split('+').reverse();
      const down = modifiers.map((it) => `{${it}>}`).join('');
      const up = modifiers.map((it) => `{/${it}}`).join('');
      await userEvent.keyboard(`${down}{${last}}${up}`);
    }
  }

  async function walkTo(key: string, role: string, name: string) {
    const met: string[] = [];
    while (met.length < LOST) {
      await press(key);
      const stop = document.activeElement;
      if (stop && roleOf(stop) === role && nameOf(stop) === name) return;
      met.push(stop ? `${roleOf(stop)} ${nameOf(stop)}` : 'nothing');
    }
    throw new Error(`There is no way to the ${role} ${name}. Met: ${met.join(', ')}.`);
  }

  return {
    get presses() {
      return presses;
    },
    press,
    async type(text) {
      presses += text.length;
      await userEvent.keyboard(text);
    },
    tabTo: (role, name) => walkTo('Tab', role, name),
    tabBackTo: (role, name) => walkTo('Shift+Tab', role, name),
  };
}

function roleOf(element: Element): string {
  const role = element.getAttribute('role');
  if (role) return role;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return 'textbox';
  if (element instanceof HTMLAnchorElement) return 'link';
  return element.localName;
}
