import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardAction } from '../../adapters/direct-line/wire.ts';
import { Choices } from './choices.tsx';
import type { ChatState } from './client.ts';
import { Message } from './message.tsx';
import { store } from './store.ts';
import type { Language, Texts } from './texts.ts';
import type { Line } from './transcript.ts';

interface ConversationProps {
  readonly state: ChatState;
  readonly language: Language;
  readonly texts: Texts;
  readonly open: boolean;
  readonly onSay: (text: string) => void;
  readonly onRetry: () => void;
}

/** The greeting and everything said since. */
export function Conversation({ state, language, texts, open, onSay, onRetry }: ConversationProps) {
  const { lines, replyExpected, unreachable } = state;
  const scrollRef = useRef<HTMLDivElement>(null);
  const newest = lines.at(-1);
  const newestOfCustomer = lines.findLast(({ from }) => from === 'customer');

  useLayoutEffect(() => {
    const area = scrollRef.current;
    if (area && open) area.scrollTop = area.scrollHeight;
  }, [lines.length, newest?.key, replyExpected, open]);

  return (
    <div
      class="conversation"
      ref={scrollRef}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll the conversation.
      tabIndex={0}
      role="log"
      aria-live="polite"
      aria-label={texts.conversation}
    >
      <div class="message bot">
        <p>{texts.greeting(store.name[language])}</p>
      </div>
      {lines.length === 0 && (
        <div class="suggestions">
          <p class="label">{texts.mostAsked}</p>
          <Choices actions={store.questions[language].map(asChoice)} onSay={onSay} />
        </div>
      )}
      {lines.map((line) => (
        <Message
          key={line.key}
          line={line}
          texts={texts}
          newest={line === newestOfCustomer}
          onRetry={onRetry}
        />
      ))}
      {newest?.from === 'bot' && <Choices actions={actionsOf(newest)} onSay={onSay} />}
      {replyExpected && (
        <div class="message bot typing">
          <span class="hidden">{texts.replyExpected}</span>
          <i />
          <i />
          <i />
        </div>
      )}
      {unreachable && <p class="notice">{texts.unreachable}</p>}
    </div>
  );
}

function asChoice(title: string): CardAction {
  return { type: 'imBack', title, value: title };
}

function actionsOf(line: Line) {
  return line.from === 'bot' ? line.actions : [];
}
