import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardAction } from '../../adapters/direct-line/wire.ts';
import { Choices } from './choices.tsx';
import type { ChatState } from './client.ts';
import type { LanguagePack } from './language-pack.ts';
import { Message } from './message.tsx';
import { Rating } from './rating.tsx';
import type { Line } from './transcript.ts';

interface ConversationProps {
  readonly state: ChatState;
  readonly pack: LanguagePack;
  readonly greeting: string;
  readonly open: boolean;
  readonly onSay: (text: string) => void;
  readonly onRate: (activityId: string, helpful: boolean) => void;
  readonly onRetry: () => void;
}

/** The greeting and everything said since. */
export function Conversation({ state, pack, greeting, open, onSay, onRate, onRetry }: ConversationProps) {
  const { lines, replyExpected, unreachable, ratings } = state;
  const { texts } = pack;
  const scrollRef = useRef<HTMLDivElement>(null);
  const newest = lines.at(-1);

  useLayoutEffect(() => {
    const area = scrollRef.current;
    if (area && open) area.scrollTop = area.scrollHeight;
  }, [lines.length, newest?.key, replyExpected, unreachable, open]);

  const rating = (line: Line) => {
    if (line.from !== 'bot' || !line.ratable || (line !== newest && ratings[line.key] === undefined))
      return null;
    return (
      <Rating
        key={`rating-${line.key}`}
        texts={texts}
        helpful={ratings[line.key]}
        onRate={(helpful) => onRate(line.key, helpful)}
      />
    );
  };

  return (
    <div
      class="conversation"
      ref={scrollRef}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll the conversation.
      tabIndex={0}
      role="log"
      // What is new is announced beside the log, once, however often the log is drawn.
      aria-live="off"
      aria-label={texts.conversation}
    >
      <div class="message bot greeting">
        <p>{greeting}</p>
      </div>
      {lines.length === 0 && pack.mostAsked.length > 0 && (
        <div class="most-asked">
          <p class="label">{texts.mostAsked}</p>
          <Choices actions={pack.mostAsked.map(asChoice)} onSay={onSay} />
        </div>
      )}
      {lines.map((line) => [
        <Message key={line.key} line={line} texts={texts} newest={line === newest} onRetry={onRetry} />,
        rating(line),
      ])}
      {newest?.from === 'bot' && <Choices actions={newest.actions} onSay={onSay} />}
      {replyExpected && (
        <div class="message bot typing">
          <span class="hidden">{texts.replyExpected}</span>
          <i />
          <i />
          <i />
        </div>
      )}
      {unreachable && (
        <p class="notice" role="status">
          {texts.unreachable}
        </p>
      )}
    </div>
  );
}

function asChoice(title: string): CardAction {
  return { type: 'imBack', title, value: title };
}
