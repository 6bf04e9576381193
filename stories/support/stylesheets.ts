const sources = import.meta.glob<string>('../../src/styles/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A file of `src/styles`, as it is written. */
export interface Stylesheet {
  /** `button.css`. */
  readonly name: string;
  readonly text: string;
}

/** What `styles.css` imports, in its order. */
export const stylesheets: readonly Stylesheet[] = [
  ...(sources['../../src/styles/styles.css'] ?? '').matchAll(/@import '\.\/(.+?)'/g),
].map(([, name = '']) => ({ name, text: sources[`../../src/styles/${name}`] ?? '' }));
