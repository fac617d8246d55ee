import type { Ref } from 'preact';
import { Icon } from './icons.tsx';
import type { LanguagePack } from './language-pack.ts';

interface HeaderProps {
  readonly pack: LanguagePack;
  readonly title: string;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onSwitchLanguage: (code: string) => void;
  readonly onClose: () => void;
}

export function Header({
  pack: { texts, store, next },
  title,
  headingRef,
  onSwitchLanguage,
  onClose,
}: HeaderProps) {
  return (
    <div class="header">
      <span class="mark" aria-hidden="true">
        {Array.from(store)[0]}
      </span>
      <div class="heading">
        <h2 ref={headingRef} class="title" tabIndex={-1}>
          {title}
        </h2>
        <p class="subtitle">{texts.subtitle}</p>
      </div>
      {next && (
        <button
          class="plain"
          type="button"
          aria-label={next.switchTo}
          onClick={() => onSwitchLanguage(next.code)}
        >
          {next.short}
        </button>
      )}
      <button class="plain" type="button" aria-label={texts.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
