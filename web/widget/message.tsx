import type { Texts } from './language-pack.ts';
import { Markdown } from './markdown.tsx';
import type { Delivery, Line } from './transcript.ts';

interface MessageProps {
  readonly line: Line;
  readonly texts: Texts;
  /** Whether "sent" is worth saying: a reply says it better. */
  readonly newest: boolean;
  readonly onRetry: () => void;
}

/** One line of the conversation. */
export function Message({ line, texts, newest, onRetry }: MessageProps) {
  if (line.from === 'notice') return <p class="notice">{texts[line.notice]}</p>;
  if (line.from === 'bot') {
    return (
      <div class="message bot" lang={line.locale}>
        <span class="hidden">{texts.botSays}</span>
        <Markdown source={line.markdown} />
      </div>
    );
  }
  return (
    <div class="message customer">
      <span class="hidden">{texts.customerSays}</span>
      <p class="said">{line.text}</p>
      <p class={`delivery ${line.delivery}`}>
        {describe(line.delivery, line.refusal, texts, newest)}
        {line.delivery === 'waiting' && (
          <button class="retry" type="button" onClick={onRetry}>
            {texts.retry}
          </button>
        )}
      </p>
    </div>
  );
}

function describe(delivery: Delivery, refusal: string | undefined, texts: Texts, newest: boolean): string {
  if (delivery === 'refused') return refusal?.includes('Too') ? texts.tooLong : texts.refused;
  if (delivery === 'sent') return newest ? texts.sent : '';
  return texts[delivery];
}
