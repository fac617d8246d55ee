/**
 * The customer's own text size, as a factor. It is read from the host, whose size is the browser's setting whatever the
 * page has set for itself.
 */
export function applyTextScale(host: HTMLElement): void {
  host.style.setProperty('--scale', String(Number.parseFloat(getComputedStyle(host).fontSize) / 16 || 1));
}
