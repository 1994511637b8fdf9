import type {PhrasingContent, RootContent} from 'mdast';
import {capitalise} from '../capitalise.ts';
import {evidenceWords} from '../facets.ts';
import {formatPeriod} from '../format-date.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {consentWords} from '../study-words.ts';
import {headingOf, linkTo, listOf, paragraphOf, words} from './markdown.ts';

/** What a case study says of itself before its story begins, as the page shows it. */
export function studyFacts(study: CaseStudy, config: ToolkitConfig): RootContent[] {
  const {outcomes = [], partners = [], period, cost} = study;
  const labels = (ids: readonly string[] = [], terms: readonly {id: string; label: string}[]) =>
    ids.map((id) => terms.find((term) => term.id === id)?.label ?? id).join(', ');
  const facts: [string, string | undefined][] = [
    ['Service', study.service],
    ['Place', study.place],
    [study.regions.length > 1 ? 'Regions' : 'Region', labels(study.regions, config.regions)],
    ['When', period && capitalise(formatPeriod(period))],
    ['Evidence', evidenceWords(study.evidence)],
    ['Cost', cost],
    ['Partners', partners.join('; ')],
    ['Priorities', labels(study.priorities, config.priorities)],
    ['Approaches', labels(study.approaches, config.approaches)],
  ];
  const told = outcomes.map(({figure, what, year, source}): PhrasingContent[] => [
    {type: 'strong', children: [words(figure)]},
    words(` ${what}${year === undefined ? '' : ` (${year})`}. Source: `),
    linkTo(source, study.sources.find(({url}) => url === source)?.title ?? source),
  ]);
  return [
    headingOf(2, 'At a glance'),
    listOf([...told, ...facts.flatMap(([term, fact]) => (fact ? [[words(`${term}: ${fact}`)]] : []))]),
    paragraphOf(words(consentWords(study.consent))),
  ];
}
