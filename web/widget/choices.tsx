import type { CardAction } from '../../adapters/direct-line/wire.ts';
import { Icon } from './icons.tsx';
import { linkTarget } from './markdown.tsx';
import { isSafeAddress } from './parse-markdown.ts';

interface ChoicesProps {
  readonly actions: readonly CardAction[];
  readonly onSay: (text: string) => void;
}

/** What the customer can press instead of typing. */
export function Choices({ actions, onSay }: ChoicesProps) {
  const usable = actions.filter(({ type, value }) => type === 'imBack' || isSafeAddress(value));
  if (usable.length === 0) return null;
  return (
    <ul class="choices">
      {usable.map(({ type, title, value }) => (
        <li key={value}>
          {type === 'imBack' ? (
            <button class="choice" type="button" onClick={() => onSay(value)}>
              {title}
            </button>
          ) : (
            <a class="choice link" href={value} {...linkTarget(value)}>
              <Icon name={iconOf(value)} />
              {title}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function iconOf(address: string): 'phone' | 'mail' | 'page' {
  if (/^tel:/i.test(address)) return 'phone';
  return /^mailto:/i.test(address) ? 'mail' : 'page';
}
