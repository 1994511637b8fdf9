/** What people write if they have no answer; only the whole answer counts. */
const NON_ANSWERS: ReadonlySet<string> = new Set([
  '',
  'do not know',
  'dont know',
  'dunno',
  'i do not know',
  'i dont know',
  'n a',
  'na',
  'nil',
  'no',
  'no answer',
  'no response',
  'nobody',
  'none',
  'none known',
  'none yet',
  'not agreed yet',
  'not applicable',
  'not available',
  'not decided',
  'not decided yet',
  'not known',
  'not known yet',
  'not sure',
  'not sure yet',
  'not yet',
  'not yet agreed',
  'not yet decided',
  'not yet known',
  'nothing',
  'pending',
  'see above',
  'tba',
  'tbc',
  'tbd',
  'to be agreed',
  'to be announced',
  'to be confirmed',
  'to be decided',
  'to follow',
  'unknown',
  'unsure',
  'we do not know',
  'we dont know',
  'xx',
  'xxx',
  'yes',
]);

/** Whether an answer says nothing, ignoring capitals, spaces and punctuation. */
export function isNonAnswer(answer: string): boolean {
  const plain = answer
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return NON_ANSWERS.has(plain);
}
