const FOCUSABLE = 'button:not(:disabled), a[href], textarea, [tabindex="0"]';

/** Lets Tab go round inside a panel that covers the page: the focus must not go where it cannot be seen. */
export function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const elements = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first, last] = [elements.at(0), elements.at(-1)];
  const { activeElement } = panel.getRootNode() as ShadowRoot;
  if (activeElement !== (event.shiftKey ? first : last)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
