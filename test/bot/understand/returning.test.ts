import { describe, expect, test } from '@jest/globals';
import { readReturn } from '../../../bot/understand/returning.ts';

describe('a return to something earlier', () => {
  test.each([
    ['回到刚才的发票，会跟货一起寄吗', '会跟货一起寄吗'],
    ['接着说积分，放久了会失效吗', '放久了会失效吗'],
    ['激活那事，是不是进垃圾邮件里了', '是不是进垃圾邮件里了'],
    ['付款那个再问下，支付宝可以吧', '支付宝可以吧'],
    ['说回退款', ''],
    ['back to points, how do I use them', 'how do I use them'],
    ['as for that code again, could my operator block it?', 'could my operator block it?'],
    ['one more on the points, do they work on new models?', 'do they work on new models?'],
    ['back to my refund', ''],
  ])('%s asks after it: %s', (text, rest) => {
    expect(readReturn(text)?.rest).toBe(rest);
  });

  test.each([
    '积分会过期吗',
    '退货时积分退不退',
    'about how long does a refund take?',
    'do I get points back',
  ])('%s is none', (text) => {
    expect(readReturn(text)).toBeUndefined();
  });
});
