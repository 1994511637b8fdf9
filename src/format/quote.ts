/** Words as a value of YAML in quotes, of the kind that needs no escape where there is one. */
export function quote(words: string): string {
  if (!/["\\]/.test(words)) return `"${words}"`;
  return words.includes("'") ? JSON.stringify(words) : `'${words}'`;
}
