'use client';
import { useEffect, useState } from 'react';

let cards = 0;

/** Whether no other card was on the page when this one came: the later ones need a name to be told apart. */
export function useIsFirstCard(): boolean {
  const [isFirst, setIsFirst] = useState(true);
  useEffect(() => {
    setIsFirst(cards === 0);
    cards += 1;
    return () => {
      cards -= 1;
    };
  }, []);
  return isFirst;
}
