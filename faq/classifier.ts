import { createChineseAnalyzer } from './analyze-chinese.ts';
import { createEnglishAnalyzer } from './analyze-english.ts';
import { confidencesOf, rankTopics } from './confidence.ts';
import { createEngine, trainEngineModel } from './engine.ts';
import type { Analyzer } from './features.ts';
import { trainGate } from './gate.ts';
import type { Language } from './language.ts';
import { normalize } from './normalize.ts';
import { createSpeller } from './spelling.ts';
import { createSynonyms } from './synonyms.ts';
import { BACKGROUND, isAnswerable, type Topic } from './topics.ts';
import { runTrials } from './trials.ts';
import { readEnglishVectors } from './word-vectors.ts';

/** A text and the class that it is an example of. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

export interface Classifier {
  /** The best class and a calibrated confidence, 0 to 1, that it is meant and known at all. */
  classify(text: string): { readonly label: string; readonly confidence: number };
}

/**
 * The matcher's core over plain examples, without articles, synonyms or decoys: what it is measured by on
 * public question sets.
 * @param unanswerable examples of what belongs to no class
 */
export function trainClassifier(
  examples: readonly LabelledText[],
  { language, unanswerable = [] }: { readonly language: Language; readonly unanswerable?: readonly string[] },
): Classifier {
  const topics = toTopics(examples, unanswerable);
  const analyze = createBareAnalyzer(
    examples.map(({ text }) => text),
    language,
  );
  const analysed = topics.flatMap(({ phrasings }, label) =>
    phrasings.map((phrasing) => ({ analysis: analyze(normalize(phrasing)), label })),
  );
  const gate = trainGate(runTrials(topics, analysed, analyze, isAnswerable));
  const engine = createEngine(trainEngineModel(analysed, topics.length), analyze);
  return {
    classify(text) {
      const ranking = rankTopics(topics, engine.score(normalize(text)));
      const label = topics[ranking.topics[0]?.label ?? 0]?.id ?? '';
      return { label, confidence: confidencesOf(gate, ranking)[0] ?? 0 };
    },
  };
}

function toTopics(examples: readonly LabelledText[], unanswerable: readonly string[]): readonly Topic[] {
  const phrasings = new Map<string, string[]>();
  for (const { text, label } of examples) {
    const known = phrasings.get(label);
    if (known) known.push(text);
    else phrasings.set(label, [text]);
  }
  const topics: Topic[] = [...phrasings].map(([id, texts]) => ({ id, kind: 'article', phrasings: texts }));
  if (unanswerable.length > 0) topics.push({ id: BACKGROUND, kind: 'background', phrasings: unanswerable });
  return topics.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function createBareAnalyzer(texts: readonly string[], language: Language): Analyzer {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => normalize(text).split(' '))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const speller = createSpeller(counts);
  const synonyms = createSynonyms([], language === 'en');
  return language === 'zh'
    ? createChineseAnalyzer(speller, synonyms)
    : createEnglishAnalyzer(speller, synonyms, readEnglishVectors());
}
