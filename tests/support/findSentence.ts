import { type Matcher, screen } from '@testing-library/react';

/** The innermost element that says a whole sentence, which may have names in elements of their own. */
export function findSentence(text: string): Promise<HTMLElement> {
  return screen.findByText(isSentence(text));
}

export function querySentence(text: string): HTMLElement | null {
  return screen.queryByText(isSentence(text));
}

function isSentence(text: string): Matcher {
  const says = (element: Element | null) => element?.textContent === text;
  return (_, element) => says(element) && ![...(element?.children ?? [])].some(says);
}
