/** More than the corpus has words. */
const MOST_REMEMBERED = 5_000;
/** Nobody types a longer word twice, and its results would take up the most. */
const LONGEST_REMEMBERED = 30;

/**
 * Remembers what `work` gave for a word. It forgets all once there are too many, so that no stream of ever new words
 * fills the memory; `work` must give the same for the same word.
 */
export function memoize<Result>(work: (word: string) => Result): (word: string) => Result {
  const results = new Map<string, Result>();
  return (word) => {
    const known = results.get(word);
    if (known !== undefined) return known;
    const result = work(word);
    if (word.length > LONGEST_REMEMBERED) return result;
    if (results.size >= MOST_REMEMBERED) results.clear();
    results.set(word, result);
    return result;
  };
}
