import { createRandom } from '../../faq/random.ts';
import { shuffled } from '../nlu/sets/shuffle.ts';
import { ACTIONS, CIRCUMSTANCES, type Concept, KINDS, SYLLABLES } from './vocabulary.ts';

/** What one article is about. Articles of a product differ in action or circumstance alone. */
export interface Subject {
  readonly id: string;
  readonly product: Concept;
  readonly action: Concept;
  readonly circumstance: Concept;
}

/** Coined names have this many syllables; enough for 20^3 products, and a quarter more of two. */
const LONGEST_NAME = 3;

/**
 * So many subjects, each one different. Products grow with the square root of the subjects, as in real help centers,
 * and so does what is asked about each.
 */
export function listSubjects(count: number, seed: number): readonly Subject[] {
  const productCount = Math.ceil(Math.sqrt(count));
  const perProduct = Math.ceil(count / productCount);
  const cases = ACTIONS.flatMap((action) => CIRCUMSTANCES.map((circumstance) => ({ action, circumstance })));
  if (perProduct > cases.length)
    throw new RangeError(`The vocabulary does not suffice for ${count} subjects.`);
  const subjects = listProducts(productCount, seed).flatMap((product, at) =>
    shuffled(cases, seed + at)
      .slice(0, perProduct)
      .map((one) => ({ ...one, product })),
  );
  return shuffled(subjects, seed)
    .slice(0, count)
    .map((subject, at) => ({ ...subject, id: `topic.n${at}` }));
}

/** Products under coined names, such as "the Velora kettle"; no two have the same name. */
function listProducts(count: number, seed: number): readonly Concept[] {
  const random = createRandom(seed);
  const names = new Map<string, string>();
  while (names.size < count) {
    const length = 2 + Math.floor(random() * (LONGEST_NAME - 1));
    const syllables = Array.from(
      { length },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? { en: '', zh: '' },
    );
    names.set(syllables.map(({ en }) => en).join(''), syllables.map(({ zh }) => zh).join(''));
  }
  return [...names].map(([en, zh], at) => {
    const kind = KINDS[at % KINDS.length] ?? { en: [], zh: [] };
    return {
      en: kind.en.flatMap((noun) => [`the ${en} ${noun}`, `my ${en} ${noun}`, `${noun} ${en}`]),
      zh: kind.zh.flatMap((noun) => [`${zh}${noun}`, `${zh}的${noun}`, `${zh}牌${noun}`]),
    };
  });
}
