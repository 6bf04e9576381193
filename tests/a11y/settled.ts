const QUIET = 60;
const PATIENCE = 2000;

/** The page has not changed for a moment: what was set off by the last action is drawn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    let quiet = setTimeout(end, QUIET);
    const late = setTimeout(end, PATIENCE);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET);
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
    function end() {
      clearTimeout(quiet);
      clearTimeout(late);
      observer.disconnect();
      requestAnimationFrame(() => resolve());
    }
  });
}
