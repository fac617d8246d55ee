import { expect, it } from '@jest/globals';
import { hostileTexts } from './hostile-texts.ts';
import { showHostile } from './show-hostile.ts';
import { newContext, origin, useWidgetPages } from './widget-page.ts';

useWidgetPages();

const SEED = 20_240_501;

it('shows 500 hostile texts in every field as the texts they are: nothing runs, nothing leaves', async () => {
  // Without the page's policy, so that it is the widget alone that withstands.
  const context = await newContext({ bypassCSP: true });
  expect(await showHostile(context, origin, hostileTexts(SEED, 500))).toEqual({
    hits: [],
    escapes: [],
    planted: [],
    lost: 0,
  });
}, 60_000);
