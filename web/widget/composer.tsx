import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { ChatPlace } from './bridge.ts';
import { Icon } from './icons.tsx';
import { fill, type LanguagePack } from './language-pack.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useChoosing } from './use-choosing.ts';
import { useSuggestions } from './use-suggestions.ts';

interface ComposerProps {
  readonly pack: LanguagePack;
  readonly urlOf: ChatPlace['urlOf'];
  readonly draft: string;
  readonly placeholder: string;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onDraft: (draft: string) => void;
  readonly onSay: (text: string) => void;
}

const LIMIT = 1_000;
const COUNT_FROM = 900;
const TALLEST_PX = 120;

/** Where the customer types, with what it may become above it and the way to a person beside it. */
export function Composer({ pack, urlOf, draft, placeholder, inputRef, onDraft, onSay }: ComposerProps) {
  const { texts } = pack;
  const length = Array.from(draft).length;
  const sendable = draft.trim() !== '' && length <= LIMIT;
  const { suggestions, prepare } = useSuggestions(urlOf, pack.code, draft);
  const sayAndClear = (text: string) => {
    onDraft('');
    onSay(text);
  };
  const choosing = useChoosing(suggestions, draft, sayAndClear);

  const send = () => {
    if (sendable) sayAndClear(draft.trim());
    inputRef.current?.focus();
  };

  useLayoutEffect(() => {
    const input = inputRef.current;
    if (!input) return;
    input.style.height = 'auto';
    input.style.height = draft === '' ? '' : `${Math.min(input.scrollHeight, TALLEST_PX)}px`;
  }, [draft, inputRef]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    choosing.onKeyDown(event);
    if (event.defaultPrevented || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SuggestionList texts={texts} choosing={choosing} />
      <div class="tools">
        <button class="person" type="button" onClick={() => onSay(texts.person)}>
          <Icon name="person" />
          {texts.person}
        </button>
        <span class={length > LIMIT ? 'count over' : 'count'} role="status">
          {length >= COUNT_FROM &&
            fill(length > LIMIT ? texts.over : texts.remaining, Math.abs(LIMIT - length))}
        </span>
      </div>
      <div class="field">
        {/* ARIA has no combobox of several lines: this is a text box with the combobox's keys and list. */}
        <textarea
          ref={inputRef}
          class="input"
          rows={1}
          value={draft}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-invalid={length > LIMIT}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => {
            const { value } = event.currentTarget;
            onDraft(value);
            choosing.offer(value);
          }}
          onKeyDown={onKeyDown}
          onFocus={prepare}
          onBlur={() => choosing.offer()}
          {...choosing.inputProps}
        />
        <button class="send" type="submit" aria-label={texts.send} disabled={!sendable}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** Enter that picks a Chinese candidate must not send. Safari ends the composition first and tells by key code 229 alone. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
