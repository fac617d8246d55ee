import type { Ref } from 'preact';
import { Icon } from './icons.tsx';
import type { Texts } from './texts.ts';

interface LauncherProps {
  readonly texts: Texts;
  readonly open: boolean;
  readonly unread: boolean;
  readonly buttonRef: Ref<HTMLButtonElement>;
  readonly onPress: () => void;
}

/** The round button in the corner of the page. */
export function Launcher({ texts, open, unread, buttonRef, onPress }: LauncherProps) {
  const label = open ? texts.close : unread ? texts.openUnread : texts.open;
  return (
    <button
      ref={buttonRef}
      class="launcher"
      type="button"
      aria-label={label}
      aria-expanded={open}
      onClick={onPress}
    >
      <Icon name={open ? 'close' : 'chat'} />
      {unread && <span class="unread" />}
    </button>
  );
}
