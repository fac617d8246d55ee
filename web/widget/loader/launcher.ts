import { drawIcon } from './draw-icon.ts';
import { css } from './launcher.css';
import { keepTheme } from './theme.ts';

const CHAT = 'M4 11.5a8 7.5 0 1 1 4.2 6.6L4 19.5l1.3-3.6A7.2 7.2 0 0 1 4 11.5z M8.5 10h7 M8.5 13.2h4.5';
const CLOSE = 'M6 6l12 12 M18 6L6 18';

/** The button in the corner of the page, and a line beside it for when it cannot do what it should. */
export interface DrawnLauncher {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  readonly note: HTMLElement;
  /** Sets what a screen reader calls the button, unless the store has put its own words on it. */
  readonly name: (name: string | undefined) => void;
}

/** Draws the button. A constructed style sheet and no parsed HTML: a page's policy may forbid anything else. */
export function drawLauncher(settings: Readonly<DOMStringMap>, onPress: () => void): DrawnLauncher {
  const { corner, label } = settings;
  const host = document.createElement('help-center');
  const button = document.createElement('button');
  const note = document.createElement('p');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  if (corner === 'left') host.className = corner;
  keepTheme(host, settings);
  button.className = 'launcher';
  button.onclick = onPress;
  button.append(drawIcon(CHAT), drawIcon(CLOSE), label ?? '');
  note.className = 'note';
  note.setAttribute('role', 'status');
  root.append(note, button);
  return {
    host,
    root,
    button,
    note,
    name: (name = '') => {
      if (!label) button.setAttribute('aria-label', name);
    },
  };
}
