import { Icon } from './icons.tsx';
import type { Texts } from './texts.ts';

interface HeaderProps {
  readonly texts: Texts;
  readonly title: string;
  readonly onSwitchLanguage: () => void;
  readonly onClose: () => void;
}

export function Header({ texts, title, onSwitchLanguage, onClose }: HeaderProps) {
  return (
    <div class="header">
      <div class="heading">
        <h2 class="title">{title}</h2>
        <p class="subtitle">{texts.subtitle}</p>
      </div>
      <button class="plain" type="button" aria-label={texts.switchLanguage} onClick={onSwitchLanguage}>
        {texts.switchLanguageShort}
      </button>
      <button class="plain" type="button" aria-label={texts.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
