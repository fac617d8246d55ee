import type { Corpus } from './article.ts';
import type { Fault } from './fault.ts';
import { LANGUAGES, type Language } from './language.ts';
import { toKey } from './normalize.ts';
import { BACKGROUND, listTopics, type TopicKind } from './topics.ts';

/** Fewer phrasings than this leave too many ways of asking unheard. */
const FEWEST_PHRASINGS: Readonly<Record<TopicKind, number>> = {
  article: 12,
  intent: 12,
  decoy: 4,
  background: 100,
};
/** The intents whose replies the bot knows. */
const INTENTS = [
  'account.invoice',
  'account.order',
  'account.points',
  'account.refund',
  'handoff',
  'smalltalk.bot',
  'smalltalk.bye',
  'smalltalk.greeting',
  'smalltalk.thanks',
];
const LINK = /\[[^\]]*\]\(([^)\s]*)\)/g;
const LINK_SCHEME = /^(?:https:\/\/[a-z0-9.-]+\.[a-z]{2,}(?:[/?#].*)?|tel:[0-9+-]+|mailto:[^@\s]+@[^@\s]+)$/i;

/** Everything that is wrong across files that are each well-formed. */
export function checkCorpus(corpus: Corpus): readonly Fault[] {
  return [
    ...checkIds(corpus),
    ...checkIntents(corpus),
    ...checkRelated(corpus),
    ...checkMostAsked(corpus),
    ...checkLinks(corpus),
    ...LANGUAGES.flatMap((language) => [
      ...checkCounts(corpus, language),
      ...checkPhrasings(corpus, language),
    ]),
  ];
}

/** The file of a topic, below the content folder. */
export function fileOf(kind: TopicKind, id: string): string {
  if (kind === 'background') return 'background.yaml';
  return kind === 'decoy' ? `decoys/${id.replace(/^decoy\./, '')}.yaml` : `${kind}s/${id}.yaml`;
}

function checkIds({ articles, intents, decoys }: Corpus): readonly Fault[] {
  const seen = new Set<string>([BACKGROUND]);
  return [...articles, ...intents, ...decoys].flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ file: '', field: 'id', fault: `${id} is used twice`, cure: 'give one of them another id' }];
  });
}

function checkIntents({ intents }: Corpus): readonly Fault[] {
  const ids = new Set(intents.map(({ id }) => id));
  const missing = INTENTS.filter((id) => !ids.has(id)).map((id) => ({
    file: fileOf('intent', id),
    field: '',
    fault: 'the bot relies on this intent, and it is missing',
    cure: 'add the file with its phrasings',
  }));
  const unknown = [...ids]
    .filter((id) => !INTENTS.includes(id))
    .map((id) => ({
      file: fileOf('intent', id),
      field: 'id',
      fault: 'the bot has no reply for this intent',
      cure: 'make it an article, or a decoy where there is no answer',
    }));
  return [...missing, ...unknown];
}

function checkRelated({ articles }: Corpus): readonly Fault[] {
  const ids = new Set(articles.map(({ id }) => id));
  return articles.flatMap(({ id, related }) =>
    related.flatMap((target, place) => {
      if (ids.has(target) && target !== id) return [];
      const fault = target === id ? 'an article is no relative of its own' : `there is no article ${target}`;
      return [
        { file: fileOf('article', id), field: `related.${place}`, fault, cure: 'name another article' },
      ];
    }),
  );
}

function checkMostAsked({ articles, store }: Corpus): readonly Fault[] {
  const ids = new Set(articles.map(({ id }) => id));
  return store.mostAsked.flatMap((id, place) => {
    if (ids.has(id)) return [];
    const fault = `there is no article ${id}`;
    return [{ file: 'store.yaml', field: `mostAsked.${place}`, fault, cure: 'name an article' }];
  });
}

function checkLinks({ articles }: Corpus): readonly Fault[] {
  return articles.flatMap((article) =>
    LANGUAGES.flatMap((language) =>
      [...article[language].answer.matchAll(LINK)]
        .map(([, target]) => target ?? '')
        .filter((target) => !LINK_SCHEME.test(target))
        .map((target) => ({
          file: fileOf('article', article.id),
          field: `${language}.answer`,
          fault: `the link to "${target}" leads nowhere`,
          cure: 'link to a whole https://, tel: or mailto: address',
        })),
    ),
  );
}

function checkCounts(corpus: Corpus, language: Language): readonly Fault[] {
  return listTopics(corpus, language).flatMap(({ id, kind, phrasings }) => {
    const fewest = FEWEST_PHRASINGS[kind];
    if (phrasings.length >= fewest) return [];
    return [
      {
        file: fileOf(kind, id),
        field: kind === 'background' ? language : `${language}.phrasings`,
        fault: `${phrasings.length} phrasings, where at least ${fewest} are needed`,
        cure: 'add more, written as customers type',
      },
    ];
  });
}

function checkPhrasings(corpus: Corpus, language: Language): readonly Fault[] {
  const firstPlaces = new Map<string, string>();
  return listTopics(corpus, language).flatMap(({ id, kind, phrasings }) =>
    phrasings.flatMap((phrasing) => {
      const key = toKey(phrasing);
      const file = fileOf(kind, id);
      const place = { file, field: kind === 'background' ? language : `${language}.phrasings` };
      if (key === '') {
        return [{ ...place, fault: `"${phrasing}" has no letters`, cure: 'write it in words, or remove it' }];
      }
      const first = firstPlaces.get(key);
      firstPlaces.set(key, first ?? file);
      if (first === undefined) return [];
      const fault = first === file ? `"${phrasing}" stands twice` : `"${phrasing}" also stands in ${first}`;
      return [{ ...place, fault, cure: 'keep it where it belongs, and remove it here' }];
    }),
  );
}
