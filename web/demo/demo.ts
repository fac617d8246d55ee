/** The demo page's own few lines: which language to show, and the questions that one can try. */
import type {} from '../widget/bridge.ts';

const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
document.documentElement.lang = language;

// What a store puts on its page to call the chat before it has loaded.
window.HelpCenter ??= (...call) => {
  const stub = window.HelpCenter;
  if (stub) stub.q = [...(stub.q ?? []), call];
};

document.addEventListener('DOMContentLoaded', () => {
  if (language === 'en') document.title = 'IMASK · Breathe easy';
  for (const button of document.querySelectorAll<HTMLElement>('[data-ask]'))
    button.addEventListener('click', () => window.HelpCenter?.('open', button.textContent?.trim()));
  document.querySelector('[data-open]')?.addEventListener('click', () => window.HelpCenter?.('open'));
});
