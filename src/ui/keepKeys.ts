import type { HTMLAttributes, KeyboardEvent } from 'react';

type KeyHandlers = Pick<HTMLAttributes<HTMLElement>, 'onKeyDown' | 'onKeyPress' | 'onKeyUp'>;

/**
 * Keeps from the host's hot-keys what is typed into a control of ours and what had an effect here. Spread on the root of
 * what is ours, over its props. The host hears Escape where nobody had a use for it, and what comes with Ctrl or ⌘.
 */
export function keepKeys({ onKeyDown, onKeyPress, onKeyUp }: KeyHandlers = {}) {
  return {
    onKeyDown: keepAfter(onKeyDown),
    onKeyPress: keepAfter(onKeyPress),
    onKeyUp: keepAfter(onKeyUp),
  };
}

function keepAfter(handle: KeyHandlers['onKeyDown']) {
  return (event: KeyboardEvent<HTMLElement>) => {
    handle?.(event);
    if (event.defaultPrevented || isTyped(event)) event.stopPropagation();
  };
}

const TYPED_INTO =
  'input, textarea, select, [contenteditable], [role=combobox], [role=option], [role=listbox]';

function isTyped(event: KeyboardEvent): boolean {
  // AltGr, by which some keyboards write @ and €, is Ctrl and Alt to the browser.
  const isCommand = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (isCommand || /^(Escape|Tab|F\d+)$/.test(event.key)) return false;
  return (event.target as Element).closest(TYPED_INTO) !== null;
}
