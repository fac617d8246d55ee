import { type HeldOutQuestion, isDouble, type Language, type Matcher } from '../../faq/index.ts';

/** What the matcher would have answered to a held-out question, whether or not it was sure enough to. */
export interface Forecast {
  /** Of the best candidate, 0 to 1. */
  readonly confidence: number;
  /** The best candidate is the id that is expected; never so where the question must not be answered. */
  readonly isRight: boolean;
}

/** The forecasts for all questions of a language that stand alone. */
export function forecastAll(
  questions: readonly HeldOutQuestion[],
  language: Language,
  matcher: Matcher,
): readonly Forecast[] {
  return questions
    .filter((question) => question.language === language && !isDouble(question))
    .map(({ text, ids }) => {
      const [best] = matcher.match(text, language).candidates;
      return { confidence: best?.confidence ?? 0, isRight: best !== undefined && best.id === ids[0] };
    });
}
