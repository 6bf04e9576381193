const mouse = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'mousemove',
  'touchstart',
  'dblclick',
] as const;

/** What a mouse or a finger does from now on, by its events. A key that presses a button clicks it with a count of 0. */
export function refuseMouse() {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const noteClick = (event: MouseEvent) => event.detail > 0 && note(event);
  for (const type of mouse) window.addEventListener(type, note, { capture: true });
  window.addEventListener('click', noteClick, { capture: true });
  return {
    events: events as readonly string[],
    stop() {
      for (const type of mouse) window.removeEventListener(type, note, { capture: true });
      window.removeEventListener('click', noteClick, { capture: true });
    },
  };
}
