import type { Corpus } from './article.ts';
import type { Fault } from './fault.ts';

export function checkCorpus(_corpus: Corpus): readonly Fault[] {
  return [];
}
