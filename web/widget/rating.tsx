import { Icon } from './icons.tsx';
import type { Texts } from './language-pack.ts';

interface RatingProps {
  readonly texts: Texts;
  readonly helpful: boolean | undefined;
  readonly onRate: (helpful: boolean) => void;
}

/** Whether an answer helped. The customer may think again. */
export function Rating({ texts, helpful, onRate }: RatingProps) {
  return (
    <div class="rating">
      {([true, false] as const).map((value) => (
        <button
          key={value}
          class={value ? 'plain' : 'plain down'}
          type="button"
          aria-pressed={helpful === value}
          aria-label={value ? texts.helpful : texts.notHelpful}
          onClick={() => onRate(value)}
        >
          <Icon name="thumb" />
        </button>
      ))}
      <span role="status">{helpful !== undefined && texts.thanks}</span>
    </div>
  );
}
