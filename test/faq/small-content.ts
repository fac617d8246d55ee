import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { CONTENT_FOLDER, QUESTIONS_FOLDER } from '../../scripts/model-store.ts';

const ARTICLES = ['invoice.lost', 'points.use', 'points.validity', 'purchase.channels'];
const DECOYS = ['exchange', 'forgot-password', 'shipping-fee'];
/** How many phrasings of each kind are kept. */
type Counts = Readonly<Record<'articles' | 'intents' | 'decoys' | 'background', number>>;

/** As few as the content check lets pass. */
const FEWEST_FOR_CHECK: Counts = { articles: 12, intents: 12, decoys: 4, background: 100 };
/** Few enough to train on within a moment. */
const FEW_FOR_TRAINING: Counts = { articles: 5, intents: 3, decoys: 4, background: 12 };

interface Texts {
  readonly zh: { readonly phrasings: readonly string[] };
  readonly en: { readonly phrasings: readonly string[] };
}

/** Paths below the folder, and what stands there. */
export type Files = readonly (readonly [path: string, text: string])[];

/** A part of this store's content that the content check lets pass. */
export function checkedContent(): Files {
  return cutContent(FEWEST_FOR_CHECK);
}

/** The same with fewer phrasings than the content check asks for. */
export function contentForTraining(): Files {
  return cutContent(FEW_FOR_TRAINING);
}

/** The held-out questions that go with it. */
export function smallQuestions(): Files {
  const kept = [...ARTICLES, 'none'].flatMap((id) => [`zh/${id}.yaml`, `en/${id}.yaml`]);
  return kept.map((path) => [path, readFileSync(join(QUESTIONS_FOLDER, path), 'utf8')]);
}

/** Writes the files in the order in which they are given. */
export function writeFiles(folder: string, written: Files): void {
  for (const [path, text] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function readContent(path: string): string {
  return readFileSync(join(CONTENT_FOLDER, path), 'utf8');
}

function cutContent(counts: Counts): Files {
  const cut = (kind: 'articles' | 'decoys' | 'intents', name: string): Files[number] => {
    const path = `${kind}/${name}`;
    const { zh, en, ...rest } = parse(readContent(path)) as Texts;
    const few = (text: Texts['zh']) => ({ ...text, phrasings: text.phrasings.slice(0, counts[kind]) });
    const related = kind === 'articles' ? { related: [] } : {};
    return [path, stringify({ ...rest, zh: few(zh), en: few(en), ...related }, { lineWidth: 0 })];
  };
  const { zh, en } = parse(readContent('background.yaml')) as Readonly<
    Record<'zh' | 'en', readonly string[]>
  >;
  return [
    // It names articles that the cut leaves out; one that stays will do.
    ['store.yaml', readContent('store.yaml').replace(/^mostAsked: .*$/m, `mostAsked: [${ARTICLES[0]}]`)],
    ['synonyms.yaml', readContent('synonyms.yaml')],
    [
      'background.yaml',
      stringify({ zh: zh.slice(0, counts.background), en: en.slice(0, counts.background) }),
    ],
    ...ARTICLES.map((id) => cut('articles', `${id}.yaml`)),
    ...DECOYS.map((name) => cut('decoys', `${name}.yaml`)),
    ...readdirSync(join(CONTENT_FOLDER, 'intents')).map((name) => cut('intents', name)),
  ];
}
