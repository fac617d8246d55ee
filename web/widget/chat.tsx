import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatClient } from './client.ts';
import { Composer, isComposing } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Header } from './header.tsx';
import { Launcher } from './launcher.tsx';
import { store } from './store.ts';
import { texts as allTexts, type Language, otherLanguage } from './texts.ts';

interface ChatProps {
  readonly client: ChatClient;
  readonly firstLanguage: Language;
  readonly title: string | undefined;
  /** Tells the client which language to write in from now on. */
  readonly onLanguage: (language: Language) => void;
}

/** A page can open the chat with a question ready in the composer: `dispatchEvent(new CustomEvent(ASK_EVENT, { detail }))`. */
const ASK_EVENT = 'help-center:ask';

/** The launcher and, from the first press on, the panel. */
export function Chat({ client, firstLanguage, title, onLanguage }: ChatProps) {
  const [state, setState] = useState(client.state());
  const [language, setLanguage] = useState(firstLanguage);
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const [seen, setSeen] = useState(0);
  const [draft, setDraft] = useState('');
  const launcherRef = useRef<HTMLButtonElement>(null);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const texts = allTexts[language];
  const replies = state.lines.filter(({ from }) => from === 'bot').length;
  const heading = title ?? texts.title(store.name[language]);

  const show = () => {
    client.start();
    setOpened(true);
    setOpen(true);
  };
  const hide = () => {
    setOpen(false);
    launcherRef.current?.focus();
  };
  const say = (text: string) => {
    client.say(text);
    inputRef.current?.focus();
  };

  useEffect(() => client.subscribe(() => setState(client.state())), [client]);
  useEffect(() => {
    if (open) inputRef.current?.focus();
  }, [open]);
  useEffect(() => {
    if (open) setSeen(replies);
  }, [open, replies]);
  useEffect(() => {
    const onAsk = (event: Event) => {
      setDraft(String((event as CustomEvent<unknown>).detail));
      show();
      inputRef.current?.focus();
    };
    addEventListener(ASK_EVENT, onAsk);
    return () => removeEventListener(ASK_EVENT, onAsk);
  });

  return (
    <div class={open ? 'root open' : 'root'} lang={texts.locale}>
      {opened && (
        <section
          class="panel"
          role="dialog"
          aria-label={heading}
          hidden={!open}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isComposing(event)) hide();
          }}
        >
          <Header
            texts={texts}
            title={heading}
            onClose={hide}
            onSwitchLanguage={() => {
              onLanguage(otherLanguage(language));
              setLanguage(otherLanguage(language));
            }}
          />
          <Conversation
            state={state}
            language={language}
            texts={texts}
            open={open}
            onSay={say}
            onRetry={client.retry}
          />
          <Composer
            texts={texts}
            draft={draft}
            inputRef={inputRef}
            onDraft={setDraft}
            onSay={(text) => {
              if (text === draft.trim()) setDraft('');
              say(text);
            }}
          />
        </section>
      )}
      <Launcher
        texts={texts}
        open={open}
        unread={!open && replies > seen}
        buttonRef={launcherRef}
        onPress={open ? hide : show}
      />
    </div>
  );
}
