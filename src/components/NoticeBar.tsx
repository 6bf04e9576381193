'use client';
import { type HTMLAttributes, type ReactNode, useRef } from 'react';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useFocusHandover } from '../ui/useFocusHandover.ts';

export interface NoticeBarProps extends HTMLAttributes<HTMLDivElement> {
  /** Default `info`. */
  readonly tone?: 'info' | 'warning' | 'danger' | undefined;
  readonly icon?: IconName | undefined;
  /** What can be done about it. */
  readonly actions: ReactNode;
}

/** One line of what stands at the end of the card. @selector [data-tone] */
export function NoticeBar({ tone = 'info', icon, actions, children, ...props }: NoticeBarProps) {
  const ref = useRef<HTMLDivElement>(null);
  useFocusHandover(ref);
  return (
    <div {...props} ref={ref} className="sbc-bar" data-tone={tone}>
      {icon && <Icon name={icon} />}
      <div className="sbc-bar-text">{children}</div>
      <div className="sbc-bar-actions">{actions}</div>
    </div>
  );
}
