import type { Language } from '../../faq/index.ts';
import { type Coverage, coverageAt, coverageCurve } from './coverage.ts';
import type { Forecast } from './forecast.ts';
import { type Bin, binForecasts } from './reliability.ts';

/** What the chart shows of one language. */
export interface Series {
  readonly name: string;
  /** The class of its colour. */
  readonly className: Language;
  readonly total: number;
  readonly bins: readonly Bin[];
  readonly curve: readonly Coverage[];
  /** What the thresholds in force give. */
  readonly answerAt: Coverage;
  readonly clarifyAt: Coverage;
}

const NAMES: Readonly<Record<Language, string>> = { zh: 'Chinese', en: 'English' };

/** Works out all figures of a language. */
export function toSeries(
  language: Language,
  forecasts: readonly Forecast[],
  policy: { readonly answerAt: number; readonly clarifyAt: number },
): Series {
  return {
    name: NAMES[language],
    className: language,
    total: forecasts.length,
    bins: binForecasts(forecasts),
    curve: coverageCurve(forecasts),
    answerAt: coverageAt(forecasts, policy.answerAt),
    clarifyAt: coverageAt(forecasts, policy.clarifyAt),
  };
}
