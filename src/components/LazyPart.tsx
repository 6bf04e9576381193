'use client';
import { type ComponentType, type ReactNode, useEffect } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import type { Lazy } from '../ui/createLazy.ts';
import { Notice } from '../ui/Notice.tsx';

export interface LazyPartProps<Props> {
  readonly part: Lazy<ComponentType<Props>>;
  readonly props: Props;
  /** Stands in its place until it is here. */
  readonly fallback?: ReactNode;
}

/** Draws a part that is fetched by now, or says that it could not be fetched. */
export function LazyPart<Props extends object>({ part, props, fallback }: LazyPartProps<Props>) {
  const { messages } = useLocale();
  const Part = part.useLoaded();
  const isFailed = part.useFailed();
  const { load } = part;
  useEffect(load, [load]);
  if (Part) return <Part {...props} />;
  if (!isFailed) return fallback;
  return (
    <Notice
      tone="danger"
      role="status"
      actions={
        <Button variant="link" onClick={load}>
          {messages.section.retry}
        </Button>
      }
    >
      {messages.section.notFetched}
    </Notice>
  );
}
