/*
 * What the benchmark uses of the libraries that it measures. They are installed apart from the product, so the types
 * must be checkable without them.
 */

declare module 'fuse.js' {
  interface FuseOptions {
    readonly keys: readonly string[];
    readonly includeScore: boolean;
    readonly ignoreLocation: boolean;
    readonly threshold: number;
    readonly useTokenSearch: boolean;
    readonly tokenize?: (text: string) => string[];
  }
  class Fuse<T> {
    constructor(items: readonly T[], options: FuseOptions);
    /** A score is a distance: 0 is a perfect hit. */
    search(pattern: string, options?: { limit: number }): { item: T; score: number }[];
  }
  export = Fuse;
}

declare module 'minisearch' {
  interface MiniSearchOptions {
    readonly fields: readonly string[];
    readonly storeFields: readonly string[];
    readonly tokenize?: (text: string) => string[];
    readonly searchOptions: {
      readonly fuzzy: (term: string) => number | false;
      readonly prefix: (term: string) => boolean;
      readonly combineWith: 'OR';
    };
  }
  class MiniSearch<Stored> {
    constructor(options: MiniSearchOptions);
    addAll(documents: readonly ({ id: number; text: string } & Stored)[]): void;
    search(query: string): ({ score: number } & Stored)[];
    static getDefault(option: 'tokenize'): (text: string) => string[];
  }
  export = MiniSearch;
}

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    addDocument(text: string | readonly string[], label: string): void;
    train(): void;
    /** Best first; a value is a probability up to a factor that all classes share. */
    getClassifications(text: string | readonly string[]): { label: string; value: number }[];
  }
  export = BayesClassifier;
}

declare module 'node-nlp' {
  interface NlpSettings {
    readonly languages: readonly string[];
    readonly autoSave: boolean;
    readonly autoLoad: boolean;
    /** Settings of the classifier of a language stand below the language's name, and there below that of a domain. */
    readonly nlu: {
      readonly log: boolean;
      readonly useNoneFeature: boolean;
      readonly [language: string]:
        | boolean
        | Readonly<Record<string, { readonly className: 'NeuralNlu'; readonly learningRate: number }>>;
    };
  }
  class NlpManager {
    constructor(settings: NlpSettings);
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    process(
      language: string,
      text: string,
    ): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
  }
  const library: { NlpManager: typeof NlpManager };
  export = library;
}
