/** Replaces each word by the group of words that the store uses for the same thing. */
export interface Synonyms {
  /** The groups that the question names, each as `=` and the group's first word. */
  findConcepts(question: string): readonly string[];
}

/** Longest word first, so that "wechat pay" is not read as "pay". English matches whole words. */
export function createSynonyms(groups: readonly (readonly string[])[], wholeWords: boolean): Synonyms {
  const concepts = new Map(
    groups.flatMap((group) => group.map((word) => [word.toLowerCase(), group[0] ?? ''])),
  );
  const longestFirst = [...concepts.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    findConcepts(question) {
      let rest = wholeWords ? ` ${question} ` : question;
      const found: string[] = [];
      for (const word of longestFirst) {
        const sought = wholeWords ? ` ${word} ` : word;
        if (!rest.includes(sought)) continue;
        rest = rest.replaceAll(sought, ' | ');
        found.push(`=${concepts.get(word)}`);
      }
      return found;
    },
  };
}
