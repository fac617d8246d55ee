/** The demo page's own few lines: which language to show, and the questions that one can try. */
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
document.documentElement.lang = language;

document.addEventListener('DOMContentLoaded', () => {
  if (language === 'en') document.title = 'IMASK · Breathe easy';
  for (const button of document.querySelectorAll<HTMLElement>('[data-ask]')) {
    button.addEventListener('click', () => {
      dispatchEvent(new CustomEvent('help-center:ask', { detail: button.textContent?.trim() }));
    });
  }
});
