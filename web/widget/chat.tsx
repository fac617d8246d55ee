import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatPlace } from './bridge.ts';
import { useCell } from './cell.ts';
import { Composer, isComposing } from './composer.tsx';
import type { Controller } from './controller.ts';
import { Conversation } from './conversation.tsx';
import { Header } from './header.tsx';
import { keepFocusInside } from './keep-focus-inside.ts';
import { fill } from './language-pack.ts';

interface ChatProps extends Pick<ChatPlace, 'settings' | 'urlOf'> {
  readonly controller: Controller;
}

/** From this width down the panel covers the page, as in `widget.css`. */
const FULL_SCREEN = '(max-width: 480px)';

/** The panel, and what a screen reader hears of it. */
export function Chat({ controller, settings, urlOf }: ChatProps) {
  const { client, draft } = controller;
  const state = useCell(client);
  const pack = useCell(controller.pack);
  const visibility = useCell(controller.visibility);
  const typed = useCell(draft);
  const announcements = useCell(controller.announcements);
  const panelRef = useRef<HTMLElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const { texts } = pack;
  const open = visibility !== 'closed';
  const heading = settings['title'] ?? fill(texts.title, pack.store);

  /** Where fingers type, focusing the field would push the conversation away behind a keyboard. */
  const takeFocus = () => (matchMedia('(pointer: coarse)').matches ? headingRef : inputRef).current?.focus();
  const say = (text: string) => {
    client.say(text);
    takeFocus();
  };

  useLayoutEffect(() => {
    if (visibility === 'opened') takeFocus();
  }, [visibility]);

  return (
    <div class="root" lang={pack.locale}>
      <section
        ref={panelRef}
        class="panel"
        role="dialog"
        aria-label={heading}
        aria-modal={matchMedia(FULL_SCREEN).matches}
        hidden={!open}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) controller.close();
          if (panelRef.current && matchMedia(FULL_SCREEN).matches) keepFocusInside(panelRef.current, event);
        }}
      >
        <Header
          pack={pack}
          title={heading}
          headingRef={headingRef}
          onClose={controller.close}
          onSwitchLanguage={controller.speak}
        />
        <Conversation
          state={state}
          pack={pack}
          greeting={settings['greeting'] ?? fill(texts.greeting, pack.store)}
          open={open}
          onSay={say}
          onRate={client.rate}
          onRetry={client.retry}
        />
        <Composer
          pack={pack}
          urlOf={urlOf}
          draft={typed}
          placeholder={settings['placeholder'] ?? texts.placeholder}
          inputRef={inputRef}
          onDraft={draft.set}
          onSay={(text) => {
            client.say(text);
            inputRef.current?.focus();
          }}
        />
      </section>
      <div class="hidden" aria-live="polite" aria-relevant="additions">
        {announcements.map(({ key, text, locale }) => (
          <p key={key} lang={locale}>
            {texts.botSays} {text}
          </p>
        ))}
      </div>
    </div>
  );
}
