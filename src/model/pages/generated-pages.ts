/** The ids of the pages that `npm run generate` writes from code and configuration. They need no change note. */
export const GENERATED_PAGES = {
  rules: 'handbook/contribute/rules',
  commands: 'handbook/contribute/commands',
  vocabularies: 'handbook/contribute/vocabularies',
} as const;

const IDS: readonly string[] = Object.values(GENERATED_PAGES);

/** Whether a page is generated. */
export function isGeneratedPage(id: string): boolean {
  return IDS.includes(id);
}
