import { cardStyles } from './cardStyles.ts';

/** A block that the host may hide or lay out otherwise: its own rules win over these. */
const HOST_STYLES = ':host{display:block}:host([hidden]){display:none}';

/** A sheet belongs to the document that it was made in. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Styles a shadow root without an element: a Content-Security-Policy without inline styles lets it pass. */
export function adoptStyles(root: ShadowRoot): void {
  const { ownerDocument } = root;
  const sheet = sheets.get(ownerDocument) ?? createSheet(ownerDocument);
  sheets.set(ownerDocument, sheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function createSheet({ defaultView }: Document): CSSStyleSheet {
  const sheet = new (defaultView ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(HOST_STYLES + cardStyles);
  return sheet;
}
