import { parseColour, readableOn, textOn, toCss } from './contrast.ts';
import { css } from './widget.css';

/** The panel's surfaces, light and dark, as `tokens.css` has them: an accent used as text must be readable on both. */
const SURFACE_LIGHT = [255, 255, 255] as const;
const SURFACE_DARK = [27, 32, 30] as const;

/** Dresses the shadow root. A constructed style sheet needs no permission from the page's content policy. */
export function applyStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

/** Sets the store's own accent and what follows from it; an unreadable value leaves the default. */
export function applyAccent(host: HTMLElement, accent: string): void {
  const colour = parseColour(accent);
  if (!colour) return;
  host.style.setProperty('--accent', toCss(colour));
  host.style.setProperty('--on-accent', toCss(textOn(colour)));
  host.style.setProperty('--accent-text-light', toCss(readableOn(SURFACE_LIGHT, colour)));
  host.style.setProperty('--accent-text-dark', toCss(readableOn(SURFACE_DARK, colour)));
}
