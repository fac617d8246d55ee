import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutIntoPieces } from '../../../bot/understand/pieces.ts';

const cut = (text: string, language: 'zh' | 'en') =>
  cutIntoPieces(text, language).map(({ start, end }) => text.slice(start, end));

describe('the places where an utterance could be split', () => {
  test.each([
    ['积分会过期吗？支持货到付款吗', ['积分会过期吗？', '支持货到付款吗']],
    ['我的钱退了吗我的积分剩多少', ['我的钱退了吗', '我的积分剩多少']],
    ['查积分在哪 用积分又在哪', ['查积分在哪', '用积分又在哪']],
    ['结算页怎么选积分还有退货退么', ['结算页怎么选积分', '退货退么']],
    ['还有货吗', ['还有货吗']],
    ['要什么号码', ['要什么号码']],
  ])('%s', (text, pieces) => {
    expect(cut(text, 'zh')).toEqual(pieces);
  });

  test.each([
    ['do points expire and where do I see them', ['do points expire', 'where do I see them']],
    ['paypal ok? also, what is your number', ['paypal ok?', 'what is your number']],
    ['spend 1,999 yuan', ['spend 1,999 yuan']],
  ])('%s', (text, pieces) => {
    expect(cut(text, 'en')).toEqual(pieces);
  });

  test('say where something else is announced', () => {
    const announced = cutIntoPieces('积分怎么用，过期吗，另外发票怎么开', 'zh').map(
      (piece) => piece.isAnnounced,
    );
    expect(announced).toEqual([false, false, true]);
  });

  test('are in order and apart, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('zh', 'en'),
        (text, language) => {
          let last = 0;
          for (const { start, end } of cutIntoPieces(text, language)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
