const MOST_COUNTED = 9;

interface LauncherState {
  readonly open: boolean;
  readonly unread: number;
  /** What a screen reader calls the button. */
  readonly name: string;
}

/** Makes the launcher's button show how the chat is, and returns the function that tells it. */
export function createLauncherState(button: HTMLButtonElement): (state: LauncherState) => void {
  const label = button.textContent ?? '';
  const badge = document.createElement('span');
  badge.className = 'unread';
  button.append(badge);
  return ({ open, unread, name }) => {
    // What can be read on the button is part of its name, so that it can be called by voice.
    button.setAttribute('aria-label', label && !open ? `${label}: ${name}` : name);
    button.setAttribute('aria-expanded', String(open));
    badge.hidden = unread === 0;
    badge.textContent = unread > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread);
  };
}
