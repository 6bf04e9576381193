const paths = {
  pencil: 'M4 20l4-1L19 8l-3-3L5 16zM14 7l3 3',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
};

export type GlyphName = keyof typeof paths;

/** The same small drawing for every contestant, so that nobody pays for an icon font. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg viewBox="0 0 24 24" width="14" height="14" fill="none" stroke="currentColor" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
