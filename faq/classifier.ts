import { createChineseAnalyzer } from './analyze-chinese.ts';
import { createEnglishAnalyzer } from './analyze-english.ts';
import { createEngine, trainEngineModel } from './engine.ts';
import type { Language } from './language.ts';
import { normalize } from './normalize.ts';
import { createSpeller } from './spelling.ts';
import { createSynonyms } from './synonyms.ts';
import { readEnglishVectors } from './word-vectors.ts';

export interface LabelledText {
  readonly text: string;
  readonly label: string;
}
export interface Classifier {
  classify(text: string): { readonly label: string; readonly confidence: number };
}
export function trainClassifier(
  examples: readonly LabelledText[],
  { language }: { readonly language: Language; readonly unanswerable?: readonly string[] },
): Classifier {
  const counts = new Map<string, number>();
  for (const { text } of examples)
    for (const word of normalize(text).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  const speller = createSpeller(counts);
  const synonyms = createSynonyms([], language === 'en');
  const analyze =
    language === 'zh'
      ? createChineseAnalyzer(speller, synonyms)
      : createEnglishAnalyzer(speller, synonyms, readEnglishVectors());
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const model = trainEngineModel(
    examples.map(({ text, label }) => ({ analysis: analyze(normalize(text)), label: labels.indexOf(label) })),
    labels.length,
  );
  const engine = createEngine(model, analyze);
  return {
    classify(text) {
      const { scores: linear } = engine.score(normalize(text));
      let best = 0;
      for (let at = 1; at < linear.length; at++)
        if ((linear[at] as number) > (linear[best] as number)) best = at;
      return { label: labels[best] ?? '', confidence: 1 / (1 + Math.exp(-4 * (linear[best] ?? -9))) };
    },
  };
}
