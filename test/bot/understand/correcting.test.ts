import { describe, expect, test } from '@jest/globals';
import { readCorrection } from '../../../bot/understand/correcting.ts';

describe('a correction', () => {
  test.each([
    ['不是这个，我问的是专票', '专票'],
    ['不是问有效期，是问怎么使', '怎么使'],
    ['不是验证码，是激活邮件', '激活邮件'],
    ['我是问我的订单到哪了', '我的订单到哪了'],
    ['唔系呢个，我想问点样改地址', '点样改地址'],
    ['no, I mean a special VAT one', 'a special VAT one'],
    ['not the code, the activation mail', 'the activation mail'],
    ["that's not what I asked. how do I earn them", 'how do I earn them'],
    ['not where! with what can i PAY', 'with what can i PAY'],
  ])('%s means: %s', (text, meant) => {
    expect(readCorrection(text)).toEqual({ meant });
  });

  test.each(['不对', '不是这个', '你理解错了', 'no', 'not that', "that's not what I asked", 'wrong answer'])(
    '%s says only that the answer was not the right one',
    (text) => {
      expect(readCorrection(text)).toEqual({ meant: '' });
    },
  );

  test.each([
    '积分会过期吗',
    '没收到验证码',
    'no activation email',
    'not in spam either',
    'do points expire',
  ])('%s is none', (text) => {
    expect(readCorrection(text)).toBeUndefined();
  });
});
