import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type CaptureTarget, type SubscriberRef, useCapture, useLocale } from 'subscriber-card/headless';
import { Icon } from './Icon.tsx';
import { useTexts } from './texts.ts';
import type { CaptureSource } from './useCaptureSource.ts';

export interface CaptureToolbarProps {
  readonly subscriber: SubscriberRef;
  readonly source: CaptureSource;
  onClose(): void;
}

const mostTargets = 3;
const gap = 8;

/** Beside the text that was selected in the chat: where it can be saved. */
export function CaptureToolbar({ subscriber, source, onClose }: CaptureToolbarProps) {
  const texts = useTexts();
  const { messages } = useLocale();
  const { suggest, capture } = useCapture({ subscriber });
  const { text, rect, isChosen } = source;
  const targets = suggest(text).slice(0, mostTargets);
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ insetInlineStart: 0, insetBlockStart: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of buttons decides the size
  useLayoutEffect(() => {
    const toolbar = ref.current;
    if (!toolbar) return;
    const pane = toolbar.parentElement?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const above = rect.top - toolbar.offsetHeight - gap;
    const room = pane.width - toolbar.offsetWidth - gap;
    const start = document.dir === 'rtl' ? pane.right - rect.right : rect.left - pane.left;
    setPlace({
      insetBlockStart: (above > pane.top + gap ? above : rect.bottom + gap) - pane.top,
      insetInlineStart: Math.max(gap, Math.min(start, room)),
    });
  }, [rect, targets.length]);

  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);

  useEffect(() => {
    if (!isChosen) return;
    const before = document.activeElement;
    const toolbar = ref.current;
    toolbar?.querySelector('button')?.focus();
    return () => {
      const isHere = toolbar?.contains(document.activeElement) || document.activeElement === document.body;
      if (isHere && before instanceof HTMLElement) before.focus();
    };
  }, [isChosen]);

  function save(target: CaptureTarget) {
    capture(text, target);
    onClose();
  }

  function describe(target: CaptureTarget): string {
    switch (target.type) {
      case 'variable':
        return messages.capture.saveTo(target.variable.label);
      case 'tag':
        return messages.capture.asTag(target.tag.name);
      case 'newTag':
        return messages.capture.asTag(target.name);
    }
  }

  return (
    <div
      ref={ref}
      className="capture"
      role="toolbar"
      aria-label={texts.capture.label}
      style={place}
      // The text stays selected while a button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (isChosen && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      <Icon name="bookmark" />
      {targets.map((target) => (
        <button key={toKey(target)} type="button" onClick={() => save(target)}>
          <bdi>{describe(target)}</bdi>
        </button>
      ))}
      {targets.length === 0 && <span className="capture-nothing">{texts.capture.nothing}</span>}
    </div>
  );
}

function toKey(target: CaptureTarget): string {
  switch (target.type) {
    case 'variable':
      return `variable ${target.variable.key}`;
    case 'tag':
      return `tag ${target.tag.id}`;
    case 'newTag':
      return 'new tag';
  }
}
