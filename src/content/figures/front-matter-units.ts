import type {ParsedPage} from '../parsed-page.ts';
import type {LinkIn, ProseUnit} from './prose-unit.ts';
import {plainUnit} from './prose-unit.ts';

const ADDRESS_RE = /^(?:https?:\/\/|\/)\S+$/;

type Values = Readonly<Record<string, unknown>>;

/** Every text and number of a page's front matter. */
export function frontMatterUnits({document}: ParsedPage): ProseUnit[] {
  const {title, description, cost, outcomes, sources, ...others} = document.frontMatter ?? {};
  return [
    ...textsIn(title).map((text) => plainUnit('title', text)),
    ...textsIn(description).map((text) => plainUnit('description', text)),
    ...textsIn(cost).map((text) => plainUnit('cost', text)),
    ...listOf(outcomes).flatMap(outcomeUnits),
    ...textsIn(sources).map((text) => plainUnit('source', text)),
    ...textsIn(others).map((text) => plainUnit('setting', text)),
  ];
}

/** An outcome is read as one text: its figure, and what that counts. */
function outcomeUnits({figure, what, year, source, ...others}: Values): ProseUnit[] {
  const words = String(what ?? '');
  const head = textsIn(figure).join(' ');
  const url = String(source ?? '');
  const link: LinkIn = {start: 0, end: 0, url, text: ''};
  const facts = {figure: head, what: words, year: textsIn(year).join(), area: '', words, links: url ? [link] : []};
  const rest = textsIn(others).map((text) => plainUnit('setting', text));
  const text = [head, ...textsIn(what)].filter(Boolean).join(' ');
  return [
    ...(text ? [plainUnit('outcome', text, facts)] : []),
    ...textsIn(year).map((value) => plainUnit('year-cell', value, facts)),
    ...rest,
  ];
}

function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}

/** Texts and numbers, however deep they lie; addresses are followed, and not read. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return ADDRESS_RE.test(value) ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
