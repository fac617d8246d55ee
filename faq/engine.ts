import type { Analysis, Analyzer } from './features.ts';
import { findLeading } from './leading.ts';
import type { LinearModel } from './linear-model.ts';
import { trainLinearModel } from './linear-svm.ts';
import { createNearestPhrasings } from './nearest.ts';
import { createScorer } from './scorer.ts';
import {
  buildVocabulary,
  createVectorizer,
  type QuestionVector,
  type SparseVector,
  type Vocabulary,
} from './vectorizer.ts';

/** Everything that is learned from the phrasings of one language. */
export interface EngineModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  /** The words of each phrasing as a vector and its class, for the nearest one. */
  readonly phrasings: readonly SparseVector[];
  readonly labels: readonly number[];
}

/** An example is a phrasing taken apart, and its class. */
export interface Example {
  readonly analysis: Analysis;
  readonly label: number;
}

/** The raw findings for one question, a figure a class. */
export interface Scores {
  readonly vector: QuestionVector;
  readonly analysis: Analysis;
  /** The class's hyperplane and middle, helped by its nearest phrasing: close to that the neighbour knows better. */
  readonly scores: Float64Array;
  /** Cosine to each class's nearest phrasing, by words; 0 for classes that are out of the question. */
  readonly cosines: Float64Array;
}

export interface Engine {
  score(question: string): Scores;
  scoreAnalysis(analysis: Analysis): Scores;
}

/** How much the nearest phrasing helps the linear score. */
const NEAREST_WEIGHT = 0.3;
/** The nearest phrasing is sought in so many of the best classes. */
const LEADING_CLASSES = 12;

/** Learns from examples; the order of the examples counts, so it must be fixed. */
export function trainEngineModel(
  examples: readonly Example[],
  classCount: number,
  onClass?: (done: number) => void,
): EngineModel {
  const vocabulary = buildVocabulary(examples.map(({ analysis }) => analysis));
  const vectorize = createVectorizer(vocabulary);
  const vectors = examples.map(({ analysis }) => vectorize(analysis));
  const labels = examples.map(({ label }) => label);
  const linear = trainLinearModel(
    vectors.map(({ whole }) => whole),
    labels,
    classCount,
    vocabulary.features.length,
    onClass,
  );
  return { vocabulary, linear, phrasings: vectors.map(({ words }) => words), labels };
}

/** A model made ready for questions. */
export function createEngine(model: EngineModel, analyze: Analyzer): Engine {
  const { classCount } = model.linear;
  const vectorize = createVectorizer(model.vocabulary);
  const scoreClasses = createScorer(model.linear);
  const nearest = createNearestPhrasings(
    model.phrasings,
    model.labels,
    classCount,
    model.vocabulary.features.length,
  );
  const scoreAnalysis = (analysis: Analysis): Scores => {
    const vector = vectorize(analysis);
    const scores = scoreClasses(vector.whole);
    const cosines = new Float64Array(classCount);
    const leading = findLeading(scores, LEADING_CLASSES);
    for (const [place, cosine] of nearest.findCosines(vector.words, leading).entries()) {
      const label = leading[place] as number;
      cosines[label] = cosine;
      scores[label] = (scores[label] as number) + NEAREST_WEIGHT * cosine;
    }
    return { vector, analysis, scores, cosines };
  };
  return { score: (question) => scoreAnalysis(analyze(question)), scoreAnalysis };
}
