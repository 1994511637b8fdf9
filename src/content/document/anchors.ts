/** The id of the section that holds a page: `/toolkit/priorities/homes/` is `toolkit--priorities--homes`. */
export function sectionAnchor(address: string): string {
  return address.replace(/^\/|\/$/g, '').replaceAll('/', '--');
}

/** The id that an element of a page has in the document: `toolkit--priorities--homes__first-steps`. */
export function elementAnchor(address: string, id: string): string {
  return `${sectionAnchor(address)}__${id}`;
}
