import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBareOrderNumber } from '../../../bot/understand/order-number.ts';

describe('an order number by itself', () => {
  test.each([
    'IM20261103-0042',
    '202611030042',
    'im 2026 1103 0042',
    'ＩＭ２０２６１１０３－００４２',
    '订单号：IM20261103-0042',
    '还有一个 IM20261103-0042',
    'order no. IM20261103-0042',
    'and for IM20261103-0042?',
  ])('%s is one', (text) => {
    expect(isBareOrderNumber(text)).toBe(true);
  });

  test.each([
    'IM20261103-0042 的退款什么时候到账',
    'has the invoice for IM20261103-0042 been issued',
    '13800138000',
    '2026',
    '2',
    '订单号是多少',
  ])('%s is not', (text) => {
    expect(isBareOrderNumber(text)).toBe(false);
  });

  test('is known however its parts are set apart', () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    fc.assert(
      fc.property(digits(6), digits(4), fc.constantFrom('', '-', ' ', ' - ', '—'), (date, place, gap) => {
        expect(isBareOrderNumber(`IM20${date}${gap}${place}`)).toBe(true);
      }),
    );
  });
});
