import { type Call, type CommandFunction, type MountChat, type MountedChat, OPEN_KEY } from '../bridge.ts';
import { languageOf } from '../language-of.ts';
import { builtIn } from './built-in.ts';
import { drawLauncher } from './launcher.ts';

/** Draws the launcher and waits. Nothing is fetched, connected or stored before the first touch. */
function start({ src, dataset: settings }: HTMLScriptElement): void {
  const { origin } = new URL(src);
  const codes = Object.keys(builtIn.languages);
  const calls: Call[] = [];
  let language = languageOf(settings['language'] ?? document.documentElement.lang, codes);
  let chat: MountedChat | undefined;
  let loading = false;
  let attempts = 0;

  const urlOf = (name: string) => `${origin}/widget/${name}?v=${builtIn.version}`;
  const words = () => builtIn.languages[language];
  const { host, root, button, note, name } = drawLauncher(settings, () =>
    chat ? chat.toggle() : command('open'),
  );

  async function load(reopening = false): Promise<void> {
    if (loading) return;
    loading = true;
    button.ariaBusy = 'true';
    note.textContent = '';
    try {
      // A browser may remember that an address failed, so each attempt has its own.
      const [{ mountChat }, pack] = await Promise.all([
        import(`${urlOf('chat.js')}${attempts++ ? `&${attempts}` : ''}`) as Promise<{ mountChat: MountChat }>,
        fetch(urlOf(`${language}.json`)).then((response) =>
          response.ok ? response.json() : Promise.reject(),
        ),
      ]);
      removeEventListener('online', retry);
      if (host.isConnected)
        chat = mountChat({ host, root, button, settings, origin, urlOf, calls, reopening }, pack);
    } catch {
      loading = false;
      note.textContent = words()?.notLoaded ?? '';
      addEventListener('online', retry);
      for (const [command, event, listener] of calls)
        if (command === 'on' && event === 'error')
          (listener as (detail: unknown) => void)({ code: 'not-loaded' });
    }
    button.ariaBusy = null;
  }
  const retry = () => void load();

  const command: CommandFunction = (...call) => {
    calls.push(call);
    if (chat) return chat.run(call);
    const [kind, value] = call;
    if (kind === 'open') void load();
    if (kind === 'setLanguage') {
      language = languageOf(String(value), codes);
      name(words()?.open);
    }
    if (kind === 'destroy') {
      host.remove();
      delete window.HelpCenter;
    }
  };

  name(words()?.open);
  document.body.append(host);
  const called = window.HelpCenter?.q ?? [];
  command.ready = true;
  window.HelpCenter = command;
  for (const call of called) command(...Array.from(call));
  try {
    // The chat was open on this tab's page before. A browser may forbid to look.
    if (sessionStorage.getItem(OPEN_KEY)) void load(true);
  } catch {}
}

const script = document.currentScript as HTMLScriptElement;
if (!window.HelpCenter?.ready) {
  // An asynchronous script may be here before the page has a body.
  if (document.body) start(script);
  else addEventListener('DOMContentLoaded', () => start(script));
}
