import { useInsertionEffect } from 'react';

/** CSS of the page while it is mounted, with no element: a strict Content-Security-Policy admits it. */
export function PageSheet({ children }: { readonly children: string }) {
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(children);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
    };
  }, [children]);
  return null;
}
