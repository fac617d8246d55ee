/**
 * Keeps the full-screen panel in the part of a phone's screen that its keyboard leaves free.
 * The style sheet falls back to `100dvh`, which iOS does not shrink for the keyboard.
 */
export function fitViewport(host: HTMLElement, viewport: VisualViewport | null = visualViewport): void {
  if (!viewport) return;
  const fit = () => {
    host.style.setProperty('--viewport-height', `${viewport.height}px`);
    host.style.setProperty('--viewport-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
}
