import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {type Figure, outcomeFigures} from '../../../content/pages/figure.ts';
import {qualifiedId} from '../../../content/pages/page-id.ts';
import type {Source} from '../../../content/schemas/source-schema.ts';
import {isStudyFrontMatter, useOwnFrontMatter} from '../front-matter.ts';
import {isLive, useSiteData} from '../use-site.ts';

/** The figures that the page shows with its answer: rows that it chose from its tables, or the outcomes of a case study. */
export function useKeyFigures(): readonly Figure[] {
  const page = useOwnFrontMatter();
  const {metadata} = useDoc();
  const {pluginId, version} = useDocsVersion();
  const {keyFigures} = useSiteData();
  if (isStudyFrontMatter(page)) return outcomeFigures(page);
  if (pluginId !== 'default') return [];
  return keyFigures[qualifiedId(metadata.id, isLive({name: version}) ? undefined : version)] ?? [];
}

/** The sources of the page, by number: first those that its briefing cites, so that its numbers have no gaps. */
export function useSources(): {inBriefing: readonly Source[]; beyond: readonly Source[]} {
  const {sources = [], ratings = {}} = useOwnFrontMatter();
  const {cited} = useDoc().assets as {cited?: readonly string[]};
  const figures = useKeyFigures();
  if (!cited) return {inBriefing: sources, beyond: []};
  const kept = new Set([
    ...cited,
    ...figures.flatMap((figure) => figure.sources.map(({url}) => url)),
    ...Object.values(ratings).map((rating) => rating?.source),
  ]);
  return {
    inBriefing: sources.filter(({url}) => kept.has(url)),
    beyond: sources.filter(({url}) => !kept.has(url)),
  };
}

/** Attributes of a link: its number in the list of sources, which print shows in place of the address. */
export function useSourceNumber(url: string | undefined): {'data-source'?: number} {
  const {inBriefing, beyond} = useSources();
  const at = [...inBriefing, ...beyond].findIndex((source) => source.url === url);
  return at < 0 ? {} : {'data-source': at + 1};
}
