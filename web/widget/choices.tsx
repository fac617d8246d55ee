import type { CardAction } from '../../adapters/direct-line/wire.ts';
import { Icon } from './icons.tsx';
import { linkTarget } from './markdown.tsx';
import { isSafeAddress } from './parse-markdown.ts';

interface ChoicesProps {
  readonly actions: readonly CardAction[];
  readonly onSay: (text: string) => void;
}

/** What the customer can press instead of typing: sentences to say as rows of a card, addresses as buttons below it. */
export function Choices({ actions, onSay }: ChoicesProps) {
  const sentences = actions.filter(({ type }) => type === 'imBack');
  const links = actions.filter(({ type, value }) => type === 'openUrl' && isSafeAddress(value));
  return (
    <>
      {sentences.length > 0 && (
        <ul class="choices">
          {sentences.map(({ title, value }, place) => (
            <li key={place}>
              <button class="choice" type="button" onClick={() => onSay(value)}>
                <span>{title}</span>
                <Icon name="next" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul class="links">
          {links.map(({ title, value }, place) => (
            <li key={place}>
              <a class="link" href={value} {...linkTarget(value)}>
                <Icon name={iconOf(value)} />
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function iconOf(address: string): 'phone' | 'mail' | 'next' {
  if (/^tel:/i.test(address)) return 'phone';
  return /^mailto:/i.test(address) ? 'mail' : 'next';
}
