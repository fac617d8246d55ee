/** Replaces each word by the group of words that the store uses for the same thing. */
export interface Synonyms {
  /** The groups that the question names, each as `=` and the group's first word. */
  findConcepts(question: string): readonly string[];
}

interface Synonym {
  /** The word as it is looked for: English between spaces. */
  readonly sought: string;
  readonly concept: string;
  /** Its place in the order in which words are looked for. */
  readonly place: number;
}

/** Longest word first, so that "wechat pay" is not read as "pay". English matches whole words. */
export function createSynonyms(groups: readonly (readonly string[])[], wholeWords: boolean): Synonyms {
  const concepts = new Map(
    groups.flatMap((group) => group.map((word) => [word.toLowerCase(), `=${group[0] ?? ''}`])),
  );
  const beginningOf = (word: string) => (wholeWords ? word.split(' ') : [...word])[0] ?? '';
  const byBeginning = new Map<string, Synonym[]>();
  for (const [place, word] of [...concepts.keys()].sort(longestFirst).entries()) {
    const synonym = {
      sought: wholeWords ? ` ${word} ` : word,
      concept: concepts.get(word) as string,
      place,
    };
    byBeginning.set(beginningOf(word), [...(byBeginning.get(beginningOf(word)) ?? []), synonym]);
  }
  return {
    findConcepts(question) {
      const beginnings = new Set(wholeWords ? question.split(' ') : question);
      const possible = [...beginnings].flatMap((beginning) => byBeginning.get(beginning) ?? []);
      let rest = wholeWords ? ` ${question} ` : question;
      const found: string[] = [];
      for (const { sought, concept } of possible.sort((a, b) => a.place - b.place)) {
        if (!rest.includes(sought)) continue;
        rest = rest.replaceAll(sought, ' | ');
        found.push(concept);
      }
      return found;
    },
  };
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1);
}
