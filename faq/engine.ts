import type { Analysis, Analyzer } from './features.ts';
import { type LinearModel, scoreClasses, trainLinearModel } from './linear-svm.ts';
import { createNearestPhrasings, type NearestPhrasings } from './nearest.ts';
import { buildVocabulary, createVectorizer, type SparseVector, type Vocabulary } from './vectorizer.ts';

/** Everything that is learned from the phrasings of one language. */
export interface EngineModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  /** The phrasings as vectors and the class of each, for the nearest one. */
  readonly vectors: readonly SparseVector[];
  readonly labels: readonly number[];
}

/** An example is a phrasing taken apart, and its class. */
export interface Example {
  readonly analysis: Analysis;
  readonly label: number;
}

/** The raw findings for one question, a figure a class. */
export interface Scores {
  readonly vector: SparseVector;
  readonly analysis: Analysis;
  /** Signed distances from each class's hyperplane. */
  readonly linear: Float64Array;
  /** Cosine to each class's nearest phrasing. */
  readonly cosines: Float64Array;
}

export interface Engine {
  score(question: string): Scores;
  scoreAnalysis(analysis: Analysis): Scores;
}

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
  const linear = trainLinearModel(vectors, labels, classCount, vocabulary.features.length, onClass);
  return { vocabulary, linear, vectors, labels };
}

/** A model made ready for questions. */
export function createEngine(model: EngineModel, analyze: Analyzer): Engine {
  const vectorize = createVectorizer(model.vocabulary);
  const nearest: NearestPhrasings = createNearestPhrasings(
    model.vectors,
    model.labels,
    model.linear.classCount,
    model.vocabulary.features.length,
  );
  const scoreAnalysis = (analysis: Analysis): Scores => {
    const vector = vectorize(analysis);
    return {
      vector,
      analysis,
      linear: scoreClasses(model.linear, vector),
      cosines: nearest.findCosines(vector),
    };
  };
  return { score: (question) => scoreAnalysis(analyze(question)), scoreAnalysis };
}
