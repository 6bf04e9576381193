import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Text to be saved, and where it stands on the screen. */
export interface CaptureSource {
  readonly text: string;
  readonly rect: DOMRect;
  /** Chosen by its button, so that the keyboard is expected to go on from there. */
  readonly isChosen: boolean;
}

/** What is selected in the messages of the subscriber, or the whole of a message that was chosen. */
export function useCaptureSource(container: RefObject<HTMLElement | null>) {
  const [source, setSource] = useState<CaptureSource | null>(null);

  useEffect(() => {
    let isPointing = false;
    function update() {
      // While the pointer draws the selection, a toolbar would be in its way.
      if (!isPointing)
        setSource((current) => readSelection(container.current) ?? (current?.isChosen ? current : null));
    }
    function pointerDown() {
      isPointing = true;
    }
    function pointerUp() {
      isPointing = false;
      // A click that ends a selection has not ended it yet.
      setTimeout(update);
    }
    document.addEventListener('selectionchange', update);
    document.addEventListener('pointerdown', pointerDown);
    document.addEventListener('pointerup', pointerUp);
    document.addEventListener('pointercancel', pointerUp);
    container.current?.addEventListener('scroll', update);
    const scroller = container.current;
    return () => {
      document.removeEventListener('selectionchange', update);
      document.removeEventListener('pointerdown', pointerDown);
      document.removeEventListener('pointerup', pointerUp);
      document.removeEventListener('pointercancel', pointerUp);
      scroller?.removeEventListener('scroll', update);
    };
  }, [container]);

  const choose = useCallback((message: HTMLElement) => {
    getSelection()?.removeAllRanges();
    setSource({ text: message.textContent.trim(), rect: message.getBoundingClientRect(), isChosen: true });
  }, []);
  const clear = useCallback(() => {
    getSelection()?.removeAllRanges();
    setSource(null);
  }, []);
  return { source, choose, clear };
}

function readSelection(container: HTMLElement | null): CaptureSource | null {
  const selection = getSelection();
  if (!container || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = selection.toString().trim();
  const bubble = toElement(range.startContainer)?.closest('[data-capture]');
  if (text === '' || !bubble || !container.contains(bubble)) return null;
  // A double click on the last word reaches to the start of the element after it.
  const reach = document.createRange();
  reach.selectNodeContents(bubble);
  if (range.compareBoundaryPoints(Range.END_TO_END, reach) > 0 && !isNothing(range, reach)) return null;
  return { text, rect: range.getBoundingClientRect(), isChosen: false };
}

/** Whether a selection has no text after the end of the bubble it began in. */
function isNothing(range: Range, bubble: Range): boolean {
  const rest = range.cloneRange();
  rest.setStart(bubble.endContainer, bubble.endOffset);
  return rest.toString().trim() === '';
}

function toElement(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
