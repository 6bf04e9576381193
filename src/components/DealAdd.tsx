'use client';
import { forwardRef, type KeyboardEvent, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useDealForm } from '../hooks/useDealForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { createLazy } from '../ui/createLazy.ts';
import { focusFirst } from '../ui/focusFirst.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useClientLayoutEffect } from '../ui/useClientLayoutEffect.ts';
import { LazyPart } from './LazyPart.tsx';

const dealForm = createLazy(() => import('./DealForm.tsx').then((module) => module.DealForm));

/** An impatient second Enter still means the form that has just gone. */
const IMPATIENCE = 500;

export interface DealAddHandle {
  /** The form is about to be opened from elsewhere, and takes the focus. */
  expectFocus(): void;
}

/** The button "Add deal", and in its place the form. */
export const DealAdd = forwardRef<DealAddHandle>(function DealAdd(_props, ref) {
  const form = useDealForm();
  const { messages } = useLocale();
  const frameRef = useRef<HTMLDivElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [isAsked, setIsAsked] = useState(false);
  const { isOpen, isLoading, error, pipelines } = form;
  const isReady = !isLoading && pipelines.length > 0;

  useEffect(() => {
    if (!isAsked || !isReady) return;
    setIsAsked(false);
    form.open();
  }, [isAsked, isReady, form.open]);

  const wasOpen = useRef(isOpen);
  const hasFocus = useRef(false);
  useImperativeHandle(ref, () => ({
    expectFocus() {
      hasFocus.current = true;
    },
  }));
  const closedAt = useRef(Number.NEGATIVE_INFINITY);
  useClientLayoutEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    if (!isOpen) closedAt.current = performance.now();
    // A form found open again takes no focus; what takes the place of the focused element does.
    if (!hasFocus.current || !frameRef.current) return;
    return focusFirst(frameRef.current);
  }, [isOpen]);

  function handleKeyDown(event: KeyboardEvent) {
    const isImpatient = event.repeat || performance.now() - closedAt.current < IMPATIENCE;
    if (event.key === 'Enter' && isImpatient) event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is
    <div
      ref={frameRef}
      className="sbc-deal-add"
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      {isOpen && <LazyPart part={dealForm} props={{ form }} fallback={<Skeleton shape="block" />} />}
      {!isOpen && (
        <Button
          ref={buttonRef}
          block
          icon="plus"
          pending={isAsked && isLoading}
          onPointerEnter={dealForm.load}
          onFocus={dealForm.load}
          onKeyDown={handleKeyDown}
          onClick={() => {
            // Not every browser gives the focus to a button that is clicked.
            hasFocus.current = true;
            dealForm.load();
            if (error) form.retry();
            setIsAsked(true);
          }}
        >
          {messages.deals.add}
        </Button>
      )}
      {isAsked && !isLoading && !isReady && (
        <Notice tone={error ? 'danger' : 'info'} role="status">
          {error ? messages.errors[error.code] : messages.dealForm.noPipelines}
        </Notice>
      )}
    </div>
  );
});
