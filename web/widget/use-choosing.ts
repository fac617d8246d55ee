import { useState } from 'preact/hooks';

export const LIST_ID = 'suggestions';
export const optionId = (index: number): string => `suggestion-${index}`;

/** The customer's way through the suggestions. */
export interface Choosing {
  readonly shown: readonly string[];
  /** The one that Enter would choose; -1 for none, and Enter sends what was typed. */
  readonly active: number;
  choose(index: number): void;
  /** Shows what there is for a text that the customer has just typed; without one, puts the list away. */
  offer(typed?: string): void;
  onKeyDown(event: KeyboardEvent): void;
  /** What a text box has to say of its list. */
  readonly inputProps: Readonly<Record<string, string | undefined>>;
}

/** Keys as in the combobox pattern: arrows go round, Enter chooses, Escape and leaving put the list away. */
export function useChoosing(
  suggestions: readonly string[],
  draft: string,
  onChoose: (suggestion: string) => void,
): Choosing {
  const [active, setActive] = useState(-1);
  const [typed, setTyped] = useState<string>();
  const shown = typed === draft ? suggestions : [];
  const open = shown.length > 0;
  const offer = (text?: string) => {
    setTyped(text);
    setActive(-1);
  };

  const choose = (index: number) => {
    const suggestion = shown[index];
    if (suggestion !== undefined) onChoose(suggestion);
  };
  /** One step down or up, with the text box itself between the last and the first. */
  const step = (by: number) => {
    const places = shown.length + 1;
    setActive(((active + 1 + by + places) % places) - 1);
  };

  return {
    shown,
    active,
    choose,
    offer,
    onKeyDown(event) {
      if (!open || event.shiftKey) return;
      if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else if (event.key === 'Escape') offer();
      else if (event.key === 'Enter' && active >= 0) choose(active);
      else return;
      event.preventDefault();
    },
    inputProps: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': open ? LIST_ID : undefined,
      'aria-activedescendant': active >= 0 && open ? optionId(active) : undefined,
    },
  };
}
