/** The folder of the engine's manual, whose pages are published with each toolkit as if they were in its handbook. */
export const MANUAL_FOLDER = 'manual';

/** The ids of the pages that come from the engine or are generated from the configuration. They need no change note. */
export const GENERATED_PAGES = {
  acceptanceCriteria: 'handbook/contribute/acceptance-criteria',
  commands: 'handbook/contribute/commands',
  editors: 'handbook/contribute/be-an-editor',
  houseStyle: 'handbook/contribute/house-style',
  proposals: 'handbook/contribute/propose-a-case-study',
  publishing: 'handbook/contribute/how-changes-are-published',
  rules: 'handbook/contribute/rules',
  running: 'handbook/contribute/run-a-toolkit',
  vocabularies: 'handbook/contribute/vocabularies',
} as const;

const IDS: readonly string[] = Object.values(GENERATED_PAGES);

/** Where a build writes the manual in a toolkit's words, below its cache. */
export const MANUAL_COPY = 'node_modules/.cache/good-practice-toolkit/manual';

/** Whether a page is generated, or part of the manual. */
export function isGeneratedPage(id: string): boolean {
  return IDS.includes(id);
}
