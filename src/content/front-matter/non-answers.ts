import nonAnswers from './non-answers.json' with {type: 'json'};

/** What people write if they have no answer; only the whole answer counts. */
const NON_ANSWERS: ReadonlySet<string> = new Set(nonAnswers);

/** Whether an answer says nothing, ignoring capitals, spaces and punctuation. */
export function isNonAnswer(answer: string): boolean {
  const plain = answer
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return NON_ANSWERS.has(plain);
}
