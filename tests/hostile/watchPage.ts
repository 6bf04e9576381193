/** What a text must never bring about, from now on. */
export function watchPage() {
  const events: string[] = [];
  const before = { alert, confirm, prompt, open: window.open };
  for (const name of ['alert', 'confirm', 'prompt', 'open'] as const) {
    Object.assign(window, { [name]: () => void events.push(`${name} was called`) });
  }
  const report = ({ message }: ErrorEvent) => events.push(`threw: ${message}`);
  const reject = ({ reason }: PromiseRejectionEvent) => events.push(`rejected: ${reason}`);
  window.addEventListener('error', report);
  window.addEventListener('unhandledrejection', reject);
  const requests = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      if (!name.startsWith(location.origin) && !name.startsWith('blob:')) events.push(`asked for ${name}`);
    }
  });
  requests.observe({ type: 'resource' });
  return {
    events: events as readonly string[],
    stop() {
      Object.assign(window, before);
      window.removeEventListener('error', report);
      window.removeEventListener('unhandledrejection', reject);
      requests.disconnect();
    },
  };
}

/** Elements that no text of ours makes, and attributes that run or load something. */
export function findForeign(root: ParentNode): string[] {
  const elements = root.querySelectorAll(
    'script, iframe, style, object, embed, link, base, meta, video, audio',
  );
  const attributes = [...root.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].filter(({ name }) => /^on|^srcdoc$|^formaction$/.test(name)),
  );
  return [...elements, ...attributes.map(({ ownerElement }) => ownerElement!)].map(
    ({ outerHTML }) => outerHTML,
  );
}
