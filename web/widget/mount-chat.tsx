import { render } from 'preact';
import { applyTextScale } from './apply-text-scale.ts';
import type { Call, MountChat } from './bridge.ts';
import { Chat } from './chat.tsx';
import { createController } from './controller.ts';
import { createEvents } from './events.ts';
import { fitViewport } from './fit-viewport.ts';
import { css } from './widget.css';

/** Puts the panel before the launcher, so that the keyboard meets it first, and runs what the page has called. */
export const mountChat: MountChat = (place, pack) => {
  const { host, root, settings, urlOf } = place;
  const slot = document.createElement('div');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  root.prepend(slot);
  applyTextScale(host);
  fitViewport(host);
  const { emit, on } = createEvents();
  const controller = createController(place, pack, emit);
  const toggle = () =>
    controller.visibility.get() === 'closed' ? controller.open('opened') : controller.close();

  const run = ([name, value, second]: Call) => {
    switch (name) {
      case 'open':
        if (typeof value === 'string') controller.draft.set(value);
        return controller.open('opened');
      case 'close':
        return controller.close();
      case 'identify':
        return controller.client.identify(typeof value === 'string' ? value : undefined);
      case 'setLanguage':
        return controller.speak(String(value).toLowerCase().split(/[-_]/)[0] ?? '');
      case 'on':
        return on(value, second);
      case 'destroy':
        controller.stop();
        render(null, slot);
        host.remove();
        delete window.HelpCenter;
        return;
      default:
        emit('error', { code: 'command-unknown' });
    }
  };

  render(<Chat controller={controller} settings={settings} urlOf={urlOf} />, slot);
  for (const call of place.calls) run(call);
  if (place.reopening) controller.open('reopened');
  return { run, toggle };
};
