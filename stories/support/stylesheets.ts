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

/** What both sheets are made of, in its order. */
export const stylesheets: readonly Stylesheet[] = [
  ...(sources['../../src/styles/styles.unlayered.css'] ?? '').matchAll(/@import '\.\/(.+?)'/g),
].map(([, name = '']) => ({ name, text: sources[`../../src/styles/${name}`] ?? '' }));
