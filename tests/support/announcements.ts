/** Every sentence that a screen reader is given from now on, in its order. */
export function announcements(): readonly string[] {
  const said: string[] = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const text = element?.closest('[aria-live]')?.textContent.trim();
      if (text && text !== said.at(-1)) said.push(text);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  return said;
}
