/** A page as reference managers cite it. */
export interface Citation {
  title: string;
  /** The toolkit, which is the work that the page is part of. */
  work: string;
  publisher: string;
  url: string;
  /** A translation names that of its original. */
  fingerprint: string;
  /** The name of the edition; missing for the live text. */
  edition?: string | undefined;
  /** The day of its last update, `2026-11-24`, if it is known. */
  updated?: string | undefined;
}

/** The citation in the RIS format, for EndNote, Zotero and others. */
export function renderRis({title, work, publisher, url, fingerprint, edition, updated}: Citation): string {
  const lines = [
    ['TY', 'ELEC'],
    ['TI', title],
    ['T2', work],
    ['AU', publisher],
    ['PB', publisher],
    ['PY', updated?.slice(0, 4)],
    ['DA', updated?.replaceAll('-', '/')],
    ['ET', edition],
    ['UR', url],
    ['N1', `Fingerprint ${fingerprint}`],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`)).join('');
}

/** Characters with a meaning for TeX, with their replacements. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** The citation as BibTeX. Double braces keep the capitals of titles, and an organisation in one piece. */
export function renderBibtex({title, work, publisher, url, edition, updated}: Citation): string {
  const tex = (text: string) => text.replace(/[\\~^&%$#_{}]/g, (character) => TEX[character] ?? `\\${character}`);
  const fields = [
    ['title', `{${tex(title)}}`],
    ['author', `{${tex(publisher)}}`],
    ['howpublished', tex(work)],
    ['edition', edition && tex(edition)],
    ['year', updated?.slice(0, 4)],
    ['url', url],
  ].flatMap(([key, value]) => (value === undefined ? [] : `  ${key} = {${value}},\n`));
  const key = new URL(url).pathname.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '');
  return `@misc{toolkit${key},\n${fields.join('')}}\n`;
}
