import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { slipChinese } from '../../../bench/nlu/slips/chinese-slips.ts';
import { slipEnglish } from '../../../bench/nlu/slips/english-slips.ts';
import { findHomophones, readSyllables } from '../../../bench/nlu/slips/homophones.ts';
import { LOOK_ALIKES } from '../../../bench/nlu/slips/look-alikes.ts';
import { addSlips } from '../../../bench/nlu/slips/slip.ts';
import { createRandom } from '../../../faq/random.ts';
import { slipsBetween } from '../../../faq/spelling.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 4,
  maxLength: 9,
});
const englishQuestion = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const chineseQuestion = fc.constantFrom(
  '积分会不会过期',
  '请问发票什么时候开',
  '我的订单到哪了',
  '支付宝退款几天到账',
  '为什么没收到验证码？',
);

describe('slips in English', () => {
  test('change the text by at most as many slips as were asked for', () => {
    fc.assert(
      fc.property(englishQuestion, seed, fc.constantFrom(1, 2), (question, number, count) => {
        const typed = addSlips(question, count, slipEnglish, createRandom(number));
        expect(typed).not.toBe(question);
        expect(slipsBetween(question, typed)).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('leave spaces, digits and short words alone where there are longer ones', () => {
    fc.assert(
      fc.property(seed, (number) => {
        expect(addSlips('is 2024 ok, refund?', 2, slipEnglish, createRandom(number))).toMatch(
          /^is 2024 ok, [a-z]+\?$/,
        );
      }),
    );
  });

  test('keep a capital where a neighbouring key was hit', () => {
    const typed = Array.from({ length: 200 }, (_, number) =>
      addSlips('WXYZ', 1, slipEnglish, createRandom(number)),
    );
    for (const one of typed) expect(one).toMatch(/^[A-Z]+$/);
  });

  test.each(['', '123', '???', 'a 1'])('leave %j as it is', (text) => {
    expect(addSlips(text, 2, slipEnglish, createRandom(1))).toBe(text);
  });
});

describe('slips in Chinese', () => {
  test('replace or drop as many characters as were asked for, at most', () => {
    fc.assert(
      fc.property(chineseQuestion, seed, fc.constantFrom(1, 2), (question, number, count) => {
        const typed = addSlips(question, count, slipChinese, createRandom(number));
        expect(typed).not.toBe(question);
        expect(slipsBetween(question, typed)).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('are mostly homophones', () => {
    const question = '积分会不会过期';
    const typed = Array.from({ length: 400 }, (_, number) =>
      addSlips(question, 1, slipChinese, createRandom(number)),
    );
    const sameSound = typed.filter((one) => readSyllables(one).join() === readSyllables(question).join());
    expect(sameSound.length).toBeGreaterThan(200);
    expect(sameSound.length).toBeLessThan(400);
  });

  test('never shorten a text of three characters', () => {
    fc.assert(
      fc.property(seed, (number) => {
        expect([...addSlips('查订单', 1, slipChinese, createRandom(number))]).toHaveLength(3);
      }),
    );
  });

  test('fall on the letters of a text without Chinese', () => {
    const typed = addSlips('invoice', 1, slipChinese, createRandom(3));
    expect(slipsBetween('invoice', typed)).toBe(1);
  });
});

describe('the same seed', () => {
  test.each([
    ['English', slipEnglish, 'where is my invoice'],
    ['Chinese', slipChinese, '我的发票在哪里'],
  ] as const)('gives the same slips in %s, and another seed others', (_, slip, question) => {
    const typed = (number: number) => addSlips(question, 2, slip, createRandom(number));
    expect(typed(5)).toBe(typed(5));
    expect(new Set(Array.from({ length: 20 }, (_unused, number) => typed(number))).size).toBeGreaterThan(10);
  });
});

describe('homophones', () => {
  test('sound alike, are common characters, and never the character itself', () => {
    const found = findHomophones('票', 'piao');
    expect(found).toContain('漂');
    expect(found).not.toContain('票');
  });

  test('of an unknown syllable are none', () => {
    expect(findHomophones('a', '')).toEqual([]);
  });
});

test('look-alikes look alike in both directions, and nothing looks like itself', () => {
  for (const [character, others] of LOOK_ALIKES) {
    expect(others).not.toContain(character);
    for (const other of others) expect(LOOK_ALIKES.get(other)).toContain(character);
  }
});
