import { describe, expect, test } from '@jest/globals';
import { toActivity } from '../../../adapters/bot-framework/to-activity.ts';
import type { Reply } from '../../../bot/turn.ts';

const asksBack: Reply = {
  language: 'en',
  markdown: 'Which of these do you mean?',
  actions: [
    { kind: 'say', title: 'Earn points' },
    { kind: 'say', title: 'Use points' },
  ],
  decision: 'clarify',
  ids: ['points.earn', 'points.use'],
};
const toPerson: Reply = {
  language: 'zh',
  markdown: '[400-668-9229](tel:400-668-9229)',
  actions: [
    { kind: 'link', title: '拨打', url: 'tel:400-668-9229' },
    { kind: 'link', title: '官网', url: 'https://www.imask.com.cn' },
  ],
  decision: 'handoff',
  ids: ['handoff'],
};
const answer: Reply = {
  ...asksBack,
  markdown: 'Points **do not expire**.',
  decision: 'answer',
  version: '0123456789ab',
};

/** The reply as it goes over the wire, for a channel. */
const onChannel = (channelId: string, reply: Reply) => {
  const address = {
    channelId,
    serviceUrl: 'https://smba.trafficmanager.net/amer/',
    conversation: { id: 'c1' },
    bot: { id: 'b1' },
  };
  return JSON.parse(toActivity(reply, address, { userId: 'u1', activityId: 'm1' }).toJsonString());
};
const says = (title: string) => ({ type: 'imBack', title, value: title });

describe('choices', () => {
  test.each(['webchat', 'directline', 'emulator', 'telegram', 'facebook'])(
    'are suggested actions on %s',
    (channelId) => {
      expect(onChannel(channelId, asksBack)).toMatchObject({
        text: asksBack.markdown,
        suggestedActions: { to: [], actions: [says('Earn points'), says('Use points')] },
        inputHint: 'expectingInput',
      });
    },
  );

  test('are the buttons of a card in Teams', () => {
    const activity = onChannel('msteams', asksBack);
    expect(activity.suggestedActions).toBeUndefined();
    expect(activity.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: { buttons: [says('Earn points'), says('Use points')] },
      },
    ]);
  });

  test.each(['sms', 'email', 'a channel of tomorrow'])('are numbered lines on %s', (channelId) => {
    const activity = onChannel(channelId, asksBack);
    expect(activity.text).toBe('Which of these do you mean?\n\n1. Earn points\n2. Use points');
    expect(activity).not.toHaveProperty('suggestedActions');
    expect(activity).not.toHaveProperty('attachments');
  });

  test('are numbered lines where the channel does not show that many', () => {
    const actions = Array.from({ length: 11 }, (_, place) => ({ kind: 'say' as const, title: `t${place}` }));
    expect(onChannel('facebook', { ...asksBack, actions }).text).toMatch(/\n11\. t10$/);
  });

  test('that only go on from an answer are left out where they cannot be pressed', () => {
    expect(onChannel('sms', answer).text).toBe('Points **do not expire**.');
  });
});

describe('ways to a person', () => {
  test('are buttons on a page, whatever they open', () => {
    expect(onChannel('webchat', toPerson).suggestedActions.actions).toEqual([
      { type: 'openUrl', title: '拨打', value: 'tel:400-668-9229' },
      { type: 'openUrl', title: '官网', value: 'https://www.imask.com.cn' },
    ]);
  });

  test('are buttons in Teams as far as it opens them', () => {
    expect(onChannel('msteams', toPerson).attachments[0].content.buttons).toEqual([
      { type: 'openUrl', title: '官网', value: 'https://www.imask.com.cn' },
    ]);
  });

  test.each(['telegram', 'sms'])('are in the text on %s', (channelId) => {
    const activity = onChannel(channelId, toPerson);
    expect(activity.text).toBe(toPerson.markdown);
    expect(activity).not.toHaveProperty('suggestedActions');
  });
});

describe('every reply', () => {
  test('is markdown in its own language, to whom and what it answers', () => {
    expect(onChannel('msteams', toPerson)).toMatchObject({
      type: 'message',
      textFormat: 'markdown',
      locale: 'zh-CN',
      inputHint: 'acceptingInput',
      channelId: 'msteams',
      replyToId: 'm1',
      recipient: { id: 'u1' },
      from: { id: 'b1' },
      conversation: { id: 'c1' },
    });
  });

  test('says why it was given where a page can read that, and nowhere else: some channels post channelData as it is', () => {
    const helpCenter = { decision: 'answer', ids: answer.ids, version: '0123456789ab' };
    expect(onChannel('webchat', answer).channelData).toEqual({ helpCenter });
    for (const channelId of ['msteams', 'slack', 'sms']) {
      expect(onChannel(channelId, answer)).not.toHaveProperty('channelData');
    }
  });
});
