import { describe, expect, test } from '@jest/globals';
import { createTopicWords, familyOf } from '../../../bot/understand/topic-words.ts';
import { storeCorpus } from '../../faq/corpus-fixture.ts';

const words = createTopicWords(storeCorpus(), (id) => `title of ${id}`);

describe('the words that name a topic', () => {
  test('are learned from the corpus, in both languages', () => {
    expect([...words.familiesIn('专票能开吗', 'zh')]).toEqual(['invoice']);
    expect([...words.familiesIn('do my points expire', 'en')]).toEqual(['points']);
    expect([...words.familiesIn('验证码和退款', 'zh')].sort()).toEqual([
      'account.verification-code',
      'refund',
    ]);
  });

  test('leave out what is said of every topic', () => {
    expect(words.familiesIn('怎么查，多久能到', 'zh').size).toBe(0);
    expect(words.familiesIn('how do I pay with UnionPay', 'en').size).toBe(0);
  });

  test('bring a topic with many articles back to mind', () => {
    expect(words.cueOf('points.use', 'zh')).toBe('积分');
    expect(words.cueOf('account.invoice', 'en')).toBe('invoice');
  });

  test('give way to the title where no word stands for the topic', () => {
    expect(words.cueOf('payment.methods', 'en')).toBe('title of payment.methods');
  });

  test('put the own record beside the articles on the same matter', () => {
    expect(familyOf('account.points')).toBe(familyOf('points.use'));
    expect(familyOf('account.activation-email')).not.toBe(familyOf('account.verification-code'));
  });
});
