import { parseColour, type Rgb, textOn, toCss } from './colour.ts';
import { readableOn, softOn } from './contrast.ts';

/** The panel's surfaces as `tokens.css` has them: an accent used as text must be readable on them. */
const LIGHT: Rgb = [255, 255, 255];
const DARK: Rgb = [24, 29, 28];

/** Keeps the host in the theme and the accent that the store has set, or in those of the system and the tokens. */
export function keepTheme(host: HTMLElement, { theme, accent }: Readonly<DOMStringMap>): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const colour = parseColour(accent);
  const apply = () => {
    const isDark = theme === 'dark' || (theme !== 'light' && system.matches);
    host.classList.toggle('dark', isDark);
    if (!colour) return;
    const soft = softOn(isDark ? DARK : LIGHT, colour);
    const set = (token: string, value: Rgb) => host.style.setProperty(token, toCss(value));
    set('--accent', colour);
    set('--on-accent', textOn(colour));
    set('--accent-soft', soft);
    set('--accent-text', readableOn(soft, colour));
  };
  apply();
  system.addEventListener('change', apply);
}
