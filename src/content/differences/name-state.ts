/** What the live text is called beside editions. */
export const LIVE = 'live';

/** What readers call an edition, or the live text; `within` a sentence it begins with a small letter. */
export function nameState(name: string, where: 'start' | 'within' = 'start'): string {
  const words = name === LIVE ? 'The live text' : `Edition ${name}`;
  return where === 'start' ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
