/**
 * Keeps the full-screen panel in the part of a phone's screen that its keyboard leaves free.
 * The style sheet falls back to `100dvh`, which iOS does not shrink for the keyboard.
 */
export function fitViewport(host: HTMLElement): void {
  const fit = () => {
    host.style.setProperty('--viewport-height', `${visualViewport?.height}px`);
    host.style.setProperty('--viewport-top', `${visualViewport?.offsetTop}px`);
  };
  visualViewport?.addEventListener('resize', fit);
  visualViewport?.addEventListener('scroll', fit);
}
