const PERSON_WANTED: readonly RegExp[] = [
  /转人工|人工客服|人工服务|真人客服|^人工$|(?:要|找|叫|换|转|接).{0,4}(?:真人|活人|人工)|不要机器人|别跟机器人/u,
  /\b(?:real|live|actual) (?:person|human|agent)\b|\bhuman (?:agent|being|please)\b|^(?:agent|human|operator|representative)[.!]*$|\b(?:talk|speak|chat) (?:to|with) (?:a |an |some)?(?:human|person|agent|representative|someone|somebody)\b/iu,
];

/** Whether a person is asked for in so many words, whatever else is said. */
export function wantsPerson(utterance: string): boolean {
  return PERSON_WANTED.some((wording) => wording.test(utterance));
}
