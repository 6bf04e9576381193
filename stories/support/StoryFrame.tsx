import { createContext, type ReactNode, useContext } from 'react';
import { en } from '../../src/i18n/en.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';

const languages = { en, 'pt-BR': ptBR };

export interface StoryGlobals {
  theme: 'light' | 'dark' | 'auto';
  language: keyof typeof languages;
}

export interface StoryFrameProps {
  /** Read by assistive technology only: every page has a first heading. */
  heading: string;
  theme?: StoryGlobals['theme'];
  language?: StoryGlobals['language'];
  /** Width of the column in pixels, or `full`. */
  width?: string;
  children: ReactNode;
}

const StoryGlobalsContext = createContext<StoryGlobals>({ theme: 'light', language: 'en' });

/** The page that a story stands in: a landmark, a heading and a column of the chosen width. */
export function StoryFrame({ heading, theme = 'light', language = 'en', width = '340', children }: StoryFrameProps) {
  const { locale, dir } = languages[language];
  return (
    <StoryGlobalsContext value={{ theme, language }}>
      <main className="story-page" data-theme={theme} lang={locale} dir={dir}>
        <h1 className="story-heading">{heading}</h1>
        <div className="story-column" style={{ inlineSize: width === 'full' ? '100%' : `${width}px` }}>
          {children}
        </div>
      </main>
    </StoryGlobalsContext>
  );
}

/** What the toolbar says, for the story's own provider: its theme, and the language with its messages. */
export function useStoryGlobals() {
  const { theme, language } = useContext(StoryGlobalsContext);
  return { theme, ...languages[language] };
}
