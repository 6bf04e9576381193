import { type CSSProperties, useState } from 'react';

const storageKey = 'inbox.detailsWidth';
const limits = { min: 280, max: 520 };
const initial = 340;

/** How wide the card stands, as this browser remembers it. */
export function useDetailsWidth() {
  const [width, setWidth] = useState(() => Number(localStorage.getItem(storageKey)) || initial);
  const onChange = (next: number) => {
    localStorage.setItem(storageKey, String(next));
    setWidth(next);
  };
  return {
    style: { '--details-width': `${width}px` } as CSSProperties,
    resizer: { ...limits, value: width, onChange },
  };
}
