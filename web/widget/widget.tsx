import { render } from 'preact';
import { Chat } from './chat.tsx';
import { createClient } from './client.ts';
import { createDirectLine } from './direct-line.ts';
import { fitViewport } from './fit-viewport.ts';
import { readOptions, type WidgetOptions } from './options.ts';
import { createChatStorage, findStorageArea } from './storage.ts';
import { applyAccent, applyStyles } from './styles.ts';
import { texts } from './texts.ts';

/** Puts the launcher on the page, behind a shadow root so that neither side's styles reach the other. */
function mount({ origin, language, accent, title }: WidgetOptions): void {
  let current = language;
  const client = createClient(
    createDirectLine(origin),
    createChatStorage(findStorageArea()),
    () => texts[current].locale,
  );
  const host = document.createElement('help-center');
  const root = host.attachShadow({ mode: 'open' });
  applyStyles(root);
  if (accent) applyAccent(host, accent);
  fitViewport(host);
  render(
    <Chat
      client={client}
      firstLanguage={language}
      title={title}
      onLanguage={(next) => {
        current = next;
      }}
    />,
    root,
  );
  document.body.append(host);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) mount(readOptions(script, document));
else
  console.error('The help center chat was not put on the page: load widget.js by a plain <script src> tag.');
