'use client';
import { type RefObject, useEffect } from 'react';

// Whoever takes something away with a plan of their own puts the focus somewhere within this time: an editor that is
// still being loaded, the next page of a list.
const PATIENCE = 100;

const FOCUSABLE =
  'a[href], input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), [tabindex="0"]';

/** Where the focus was: the control, what it stood in from the inside out, and the others before and after it. */
interface Place {
  readonly control: Element;
  readonly around: readonly Element[];
  readonly before: readonly HTMLElement[];
  readonly after: readonly HTMLElement[];
}

/**
 * When what has the focus goes away and nobody takes it on, what stands nearest has it: the keyboard stays where it
 * is. At last it is the root, which must be able to have the focus.
 */
export function useFocusRescue(rootRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    let place: Place | undefined;
    let timer: ReturnType<typeof setTimeout>;

    function handleFocusIn({ target }: FocusEvent) {
      place = root ? toPlace(target as Element, root) : undefined;
    }
    function rescue() {
      if (root && place && !place.control.isConnected && isNowhere(root)) findNear(place, root).focus();
    }
    const observer = new MutationObserver(() => {
      if (!place || place.control.isConnected) return;
      clearTimeout(timer);
      timer = setTimeout(rescue, PATIENCE);
    });
    root.addEventListener('focusin', handleFocusIn);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      root.removeEventListener('focusin', handleFocusIn);
    };
  }, [rootRef]);
}

function toPlace(control: Element, root: HTMLElement): Place {
  const around: Element[] = [];
  for (let element = control.parentElement; element && element !== root; element = element.parentElement) {
    around.push(element);
  }
  const all = findAll(root);
  const isAfter = (other: Element) =>
    (control.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return {
    control,
    around,
    before: all.filter((other) => other !== control && !isAfter(other)).reverse(),
    after: all.filter(isAfter),
  };
}

/** A card in a shadow root has its own active element. */
function isNowhere(root: HTMLElement): boolean {
  const { activeElement } = root.getRootNode() as Document | ShadowRoot;
  return activeElement === null || activeElement === root.ownerDocument.body;
}

function findNear({ around, before, after }: Place, root: HTMLElement): HTMLElement {
  for (const element of [...around.filter((it) => it.isConnected), root]) {
    const near = [...after, ...before, ...findAll(element)].find(
      (it) => element.contains(it) && it.checkVisibility(),
    );
    if (near) return near;
  }
  return root;
}

function findAll(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
}
