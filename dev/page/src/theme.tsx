import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'auto';

interface Theme {
  readonly choice: ThemeChoice;
  /** What the choice comes to on this machine right now. */
  readonly shown: 'light' | 'dark';
  choose(choice: ThemeChoice): void;
}

const ThemeContext = createContext<Theme | null>(null);
const storageKey = 'ballast-page.theme';
const darkQuery = '(prefers-color-scheme: dark)';

const stored = (): ThemeChoice => {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : 'auto';
};

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(stored);
  const [systemDark, setSystemDark] = useState(() => matchMedia(darkQuery).matches);

  useEffect(() => {
    const media = matchMedia(darkQuery);
    const follow = () => {
      setSystemDark(media.matches);
    };
    media.addEventListener('change', follow);
    return () => {
      media.removeEventListener('change', follow);
    };
  }, []);

  const shown = choice === 'auto' ? (systemDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    void setGlobalTheme({
      colorMode: shown,
      light: 'light',
      dark: 'dark',
      spacing: 'spacing',
      typography: 'typography',
    });
  }, [shown]);

  const theme = useMemo<Theme>(
    () => ({
      choice,
      shown,
      choose(next) {
        localStorage.setItem(storageKey, next);
        setChoice(next);
      },
    }),
    [choice, shown],
  );
  return <ThemeContext.Provider value={theme}>{children}</ThemeContext.Provider>;
}

export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (theme === null) throw new Error('useTheme outside ThemeProvider');
  return theme;
}
