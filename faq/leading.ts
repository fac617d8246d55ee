/** The `count` labels with the highest scores, best first, ties by label; only those that `isAllowed` admits. */
export function findLeading(
  scores: ArrayLike<number>,
  count: number,
  isAllowed: (label: number) => boolean = () => true,
): readonly number[] {
  const leading: number[] = [];
  for (let label = 0; label < scores.length; label++) {
    const score = scores[label] as number;
    const last = leading.at(-1);
    if (leading.length === count && last !== undefined && score <= (scores[last] as number)) continue;
    if (!isAllowed(label)) continue;
    let place = leading.length;
    while (place > 0 && (scores[leading[place - 1] as number] as number) < score) place--;
    leading.splice(place, 0, label);
    if (leading.length > count) leading.pop();
  }
  return leading;
}
