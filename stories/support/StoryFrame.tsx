import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Density, Direction } from '../../src/ui/UiContext.tsx';
import { type HostCss, hostStyles } from './hostStyles.ts';
import { type Language, languages } from './languages.ts';
import { PageSheet } from './PageSheet.tsx';

export interface StoryGlobals {
  theme: 'light' | 'dark' | 'auto';
  density: Density;
  language: Language;
  /** `auto`: that of the language. */
  direction: Direction | 'auto';
  /** For a page with a strict policy: the browser's own select in forms. */
  nativeSelect: boolean;
  /** For a page whose policy asks for one. */
  nonce: string | undefined;
}

export interface StoryFrameProps {
  /** What the story is of. Read by assistive technology only, as the first heading of the page. */
  title: string;
  /** Read as the second heading: those of a part alone are one below. */
  name: string;
  theme?: StoryGlobals['theme'];
  density?: Density;
  language?: StoryGlobals['language'];
  direction?: StoryGlobals['direction'];
  /** Width of the column in pixels, or `full`. */
  width?: string;
  /** In percent of the usual, or `root`: a host that has made its `rem` small. */
  textSize?: '100' | '125' | '200' | 'root';
  /** Whose CSS the page has beside the card's. */
  host?: HostCss;
  /** Among others on a page of the documentation, which has its own landmark and heading. */
  embedded?: boolean;
  /** The story makes a page of its own: no column, no margins. */
  bare?: boolean;
  nativeSelect?: boolean;
  nonce?: string;
  children: ReactNode;
}

const StoryGlobalsContext = createContext<StoryGlobals>({
  theme: 'light',
  density: 'comfortable',
  language: 'en',
  direction: 'auto',
  nativeSelect: false,
  nonce: undefined,
});

/** The page that a story stands in: a landmark, a heading and a column of the chosen width. */
export function StoryFrame({
  title,
  name,
  theme = 'light',
  density = 'comfortable',
  language = 'en',
  direction = 'auto',
  width = '340',
  textSize = '100',
  host = 'none',
  embedded = false,
  bare = false,
  nativeSelect = false,
  nonce,
  children,
}: StoryFrameProps) {
  const { locale, dir } = languages[language];
  const Page = embedded ? 'div' : 'main';
  const globals = useMemo(
    () => ({ theme, density, language, direction, nativeSelect, nonce }),
    [theme, density, language, direction, nativeSelect, nonce],
  );
  return (
    <StoryGlobalsContext value={globals}>
      {host !== 'none' && <PageSheet>{hostStyles[host]}</PageSheet>}
      {textSize === 'root' && <PageSheet>{'html { font-size: 62.5%; }'}</PageSheet>}
      <Page
        className="story-page"
        data-theme={theme}
        data-density={density}
        data-text-size={textSize}
        data-embedded={embedded || undefined}
        data-bare={bare || undefined}
        lang={locale}
        dir={direction === 'auto' ? dir : direction}
      >
        {!embedded && (
          <div className="story-heading">
            <h1>{title}</h1>
            <h2>{name}</h2>
          </div>
        )}
        <div
          className={bare ? undefined : 'story-column'}
          style={{ inlineSize: bare || width === 'full' ? '100%' : `${width}px` }}
        >
          {children}
        </div>
      </Page>
    </StoryGlobalsContext>
  );
}

/** What the toolbar says, as props for the story's own provider. */
export function useStoryGlobals() {
  const { theme, density, language, direction, nativeSelect, nonce } = useContext(StoryGlobalsContext);
  const locale = useMemo(
    () => ({ ...languages[language], ...(direction !== 'auto' && { dir: direction }) }),
    [language, direction],
  );
  return { theme, density, locale, nativeSelect, nonce };
}
