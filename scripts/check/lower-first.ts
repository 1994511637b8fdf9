/** A linter's sentence as ours begin: after `error: `, in lower case. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
