import { Fragment, type ReactNode } from 'react';

/**
 * A sentence of the messages with elements in it: `slot` stands for an element where the message wants text, so that
 * a foreign name is isolated in its own `<bdi>` and the order of words stays the language's.
 */
export function toSentence(write: (slot: (element: ReactNode) => string) => string): ReactNode {
  const elements: ReactNode[] = [];
  const text = write((element) => `${OPEN}${elements.push(element) - 1}${CLOSE}`);
  return text.split(SLOT).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
    <Fragment key={place}>{place % 2 === 1 ? elements[Number(part)] : part}</Fragment>
  ));
}

// Private use: no text has them.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const SLOT = new RegExp(`${OPEN}(\\d+)${CLOSE}`);
