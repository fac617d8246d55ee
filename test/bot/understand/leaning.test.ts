import { describe, expect, test } from '@jest/globals';
import { leaningOf } from '../../../bot/understand/leaning.ts';

describe('how a text leans on what was said before', () => {
  test.each(['那怎么办', '为什么', '那要多久呢', '还有别的吗'])('%s says nothing of its own', (text) => {
    expect(leaningOf(text, 'zh')).toBe('repeat');
  });

  test.each(['why?', 'so what should I do', 'how long does that take?', 'what else is there'])(
    '%s says nothing of its own',
    (text) => {
      expect(leaningOf(text, 'en')).toBe('repeat');
    },
  );

  test.each(['那银联呢', '换成微信呢', '咁微信呢', '下单成功以后呢'])('%s names another case', (text) => {
    expect(leaningOf(text, 'zh')).toBe('detail');
  });

  test.each([
    'what about UnionPay',
    'and for 1,450?',
    'even after five?',
    '7-Eleven?',
    'how much of that is the review',
  ])('%s names another case', (text) => {
    expect(leaningOf(text, 'en')).toBe('detail');
  });

  test.each(['那多久能到账', '它能买什么', '那我的订单呢'])('%s goes on or points back', (text) => {
    expect(leaningOf(text, 'zh')).toBe('strong');
  });

  test.each(['and how do I use them?', 'where would I see those', 'how?', 'and my order?'])(
    '%s goes on or points back',
    (text) => {
      expect(leaningOf(text, 'en')).toBe('strong');
    },
  );

  test.each(['好的知道了', '嗯嗯', '我想买口罩送人合适吗'])('%s leans on nothing', (text) => {
    expect(leaningOf(text, 'zh')).toBe('none');
  });

  test.each(['ok got it', 'how much does the express delivery cost'])('%s leans on nothing', (text) => {
    expect(leaningOf(text, 'en')).toBe('none');
  });
});
