import { createContext, type ReactNode, useContext } from 'react';
import { en } from '../../src/i18n/en.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';

const languages = { en, 'pt-BR': ptBR };

export interface StoryGlobals {
  theme: 'light' | 'dark' | 'auto';
  language: keyof typeof languages;
}

export interface StoryFrameProps {
  /** What the story is of. Read by assistive technology only, as the first heading of the page. */
  title: string;
  /** Read as the second heading: those of a part alone are one below. */
  name: string;
  theme?: StoryGlobals['theme'];
  language?: StoryGlobals['language'];
  /** Width of the column in pixels, or `full`. */
  width?: string;
  /** Among others on a page of the documentation, which has its own landmark and heading. */
  embedded?: boolean;
  children: ReactNode;
}

const StoryGlobalsContext = createContext<StoryGlobals>({ theme: 'light', language: 'en' });

/** The page that a story stands in: a landmark, a heading and a column of the chosen width. */
export function StoryFrame({
  title,
  name,
  theme = 'light',
  language = 'en',
  width = '340',
  embedded = false,
  children,
}: StoryFrameProps) {
  const { locale, dir } = languages[language];
  const Page = embedded ? 'div' : 'main';
  return (
    <StoryGlobalsContext value={{ theme, language }}>
      <Page
        className="story-page"
        data-theme={theme}
        data-embedded={embedded || undefined}
        lang={locale}
        dir={dir}
      >
        {!embedded && (
          <div className="story-heading">
            <h1>{title}</h1>
            <h2>{name}</h2>
          </div>
        )}
        <div className="story-column" style={{ inlineSize: width === 'full' ? '100%' : `${width}px` }}>
          {children}
        </div>
      </Page>
    </StoryGlobalsContext>
  );
}

/** What the toolbar says, as props for the story's own provider. */
export function useStoryGlobals() {
  const { theme, language } = useContext(StoryGlobalsContext);
  return { theme, locale: languages[language] };
}
