import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Icon } from './icons.tsx';
import type { Texts } from './texts.ts';

interface ComposerProps {
  readonly texts: Texts;
  readonly draft: string;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onDraft: (draft: string) => void;
  readonly onSay: (text: string) => void;
}

const LIMIT = 1_000;
const COUNT_FROM = 900;
const TALLEST_PX = 120;

/** Where the customer types, and the way to a person beside it. */
export function Composer({ texts, draft, inputRef, onDraft, onSay }: ComposerProps) {
  const length = Array.from(draft).length;
  const sendable = draft.trim() !== '' && length <= LIMIT;
  const send = () => {
    if (sendable) onSay(draft.trim());
    inputRef.current?.focus();
  };

  useLayoutEffect(() => {
    const input = inputRef.current;
    if (!input) return;
    input.style.height = 'auto';
    input.style.height = draft === '' ? '' : `${Math.min(input.scrollHeight, TALLEST_PX)}px`;
  }, [draft, inputRef]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
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
      <div class="tools">
        <button class="person" type="button" onClick={() => onSay(texts.person)}>
          <Icon name="person" />
          {texts.person}
        </button>
        <span class={length > LIMIT ? 'count over' : 'count'} role="status">
          {length >= COUNT_FROM && texts.remaining(LIMIT - length)}
        </span>
      </div>
      <div class="field">
        <textarea
          ref={inputRef}
          class="input"
          rows={1}
          value={draft}
          placeholder={texts.placeholder}
          aria-label={texts.placeholder}
          aria-invalid={length > LIMIT}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
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
