import { fill, type Texts } from './language-pack.ts';
import { type Choosing, LIST_ID, optionId } from './use-choosing.ts';

interface SuggestionListProps {
  readonly texts: Texts;
  readonly choosing: Choosing;
}

/** The store's questions above the field. The keyboard stays in the field, which names the active one. */
export function SuggestionList({ texts, choosing }: SuggestionListProps) {
  const { shown, active, choose } = choosing;
  return (
    <>
      <span class="hidden" role="status">
        {shown.length > 0 && fill(texts.suggestionCount, shown.length)}
      </span>
      {shown.length > 0 && (
        <div class="suggestions">
          <p class="label">{texts.suggestions}</p>
          <div id={LIST_ID} role="listbox" aria-label={texts.suggestions}>
            {shown.map((title, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
              <div
                key={title}
                id={optionId(index)}
                class="suggestion"
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                // A press must not take the focus from the field, which would put the list away before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(index)}
              >
                {title}
              </div>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
