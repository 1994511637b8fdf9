/** Whether a page of `docs/` or of an edition is a case study, by its id. */
export function isCaseStudy({id}: {id: string}): boolean {
  return id.startsWith('case-studies/');
}

/** What search results call a page. */
export function kindLabel(pluginId: string, id: string): string {
  if (pluginId !== 'default') return 'About this toolkit';
  return isCaseStudy({id}) ? 'Case study' : 'Guidance';
}
