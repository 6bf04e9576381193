'use client';
import clsx from 'clsx';
import { type ReactNode, useContext, useRef } from 'react';
import { keepKeys } from '../ui/keepKeys.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useRootProps } from '../ui/UiContext.tsx';
import { useFocusRescue } from '../ui/useFocusRescue.ts';
import { CardFrame } from './CardFrame.ts';

export interface PartRootProps {
  readonly children: ReactNode;
}

/** Gives a part that stands alone the theme and a voice. In the whole card it has both already. */
export function PartRoot({ children }: PartRootProps) {
  const isInCard = useContext(CardFrame) !== null;
  const rootProps = useRootProps();
  const rootRef = useRef<HTMLDivElement>(null);
  useFocusRescue(rootRef);
  if (isInCard) return children;
  return (
    <div
      {...rootProps}
      {...keepKeys()}
      ref={rootRef}
      tabIndex={-1}
      className={clsx(rootProps.className, 'sbc-part')}
    >
      <LiveRegion>{children}</LiveRegion>
    </div>
  );
}
