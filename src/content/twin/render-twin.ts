import type {PhrasingContent, RootContent} from 'mdast';
import {apiContentAddress} from '../api/api-addresses.ts';
import type {ApiSource} from '../api/api-source.ts';
import {shownHistory} from '../api/api-source.ts';
import {CHANGE_WORDS, withOthers} from '../change-words.ts';
import {upkeepOf} from '../desk/upkeep.ts';
import {formatDay, formatRange} from '../format-date.ts';
import {isOldStudy} from '../freshness.ts';
import {absoluteUrl} from '../links/addresses.ts';
import {idsOf} from '../page-id.ts';
import {lastCheckedWords, overdueWords} from '../review-words.ts';
import {oldStudyWords} from '../study-words.ts';
import type {PageEntry} from '../toolkit.ts';
import {headingOf, linkTo, listOf, paragraphOf, toMarkdown, words} from './markdown.ts';
import {studyFacts} from './study-facts.ts';
import {twinUrl} from './twin-url.ts';
import {twinWords} from './twin-words.ts';

/** What a twin is made from, beside the page: `html` is the built page, `today` is the day of the build. */
export interface TwinSource {
  source: ApiSource;
  today: string;
  html: string;
}

/** A live page as Markdown, with what the page tells readers of itself. */
export function renderTwin(page: PageEntry, {source, today, html}: TwinSource): string {
  const {address, data, document} = page;
  const {charts, config} = source.toolkit;
  const frame = {
    urlOf: (target: string) => twinUrl(target, {path: document.path, address}, html, source),
    chart: (name: string) => charts.find((chart) => chart.edition === undefined && chart.id === name)?.data,
    upkeep: () => upkeepOf(source.toolkit, today),
  };
  return toMarkdown([
    headingOf(1, data.title),
    {type: 'blockquote', children: [paragraphOf(words(data.description))]},
    listOf(recordItems(page, source)),
    ...notices(page, source, today).map((notice) => paragraphOf(...notice)),
    ...('service' in data ? studyFacts(data, config) : []),
    ...twinWords(document, frame),
    ...sourceList(data.sources ?? []),
    ...historyList(page, source),
  ]);
}

/** What is on record of the page, one line each. */
function recordItems({id, address, data}: PageEntry, source: ApiSource): PhrasingContent[][] {
  const {title, licence, owners} = source.toolkit.config;
  const {fingerprint = '', freshness} = source.records.pages[id] ?? {};
  const {firstPublished, lastUpdated} = shownHistory(source, id);
  const roleOf = (role: string) => owners.find((owner) => owner.id === role)?.label ?? role;
  const url = absoluteUrl(source, address);
  const api = absoluteUrl(source, apiContentAddress(address));
  return [
    [words('Part of: '), linkTo(absoluteUrl(source, '/'), title)],
    [words('Page: '), linkTo(url, url)],
    ...(firstPublished ? [[words(`First published: ${formatRange(firstPublished)}`)]] : []),
    ...(lastUpdated ? [[words(`Last updated: ${formatRange(lastUpdated)}`)]] : []),
    [words(`Looked after by: ${roleOf(data.owner)}`)],
    ...(freshness ? [[words(`Last check: ${lastCheckedWords(freshness, roleOf)}`)]] : []),
    ...(freshness?.due && !freshness.overdue ? [[words(`Next review: by ${formatDay(freshness.due)}`)]] : []),
    [words('Licence: '), linkTo(licence.url, licence.name), words(`. ${licence.attribution}`)],
    [words(`Fingerprint: ${fingerprint}`)],
    [words('For programs: '), linkTo(api, api)],
  ];
}

/** What readers of the page are warned of before its words. */
function notices({id, data}: PageEntry, source: ApiSource, today: string): PhrasingContent[][] {
  const {predecessor} = source.toolkit.config;
  const {freshness} = source.records.pages[id] ?? {};
  const found: PhrasingContent[][] = [];
  if (data.withdrawn) {
    const {on, why, replaced_by: successor} = data.withdrawn;
    found.push([words(`This page was withdrawn on ${formatDay(on)}. ${why}`)]);
    const {title, web_url: url} = source.linkTo(successor ?? '');
    if (title !== undefined && url !== undefined) found.push([words('Read instead: '), linkTo(url, title)]);
  }
  if (freshness?.overdue && freshness.due) {
    const {what, advice} = overdueWords(freshness.due);
    found.push([words(`${what} ${advice}`)]);
  }
  if (predecessor?.told_on.includes(id)) found.push([words(predecessor.notice)]);
  const end = 'period' in data ? data.period?.to?.year : undefined;
  if ('period' in data && end !== undefined && isOldStudy(data.period, today)) found.push([words(oldStudyWords(end))]);
  return found;
}

function sourceList(sources: NonNullable<PageEntry['data']['sources']>): RootContent[] {
  if (sources.length === 0) return [];
  const items = sources.map(({title, publisher, year, url}) => [
    linkTo(url, title),
    words(`, ${publisher}${year === undefined ? '' : `, ${year}`}`),
  ]);
  return [headingOf(2, 'Sources'), listOf(items)];
}

/** What readers were told of changes to the page; the front page has those of all pages, and leads to them. */
function historyList({id, data}: PageEntry, source: ApiSource): RootContent[] {
  const {major} = shownHistory(source, id);
  if (major.length === 0) return [];
  const all = [linkTo(absoluteUrl(source, '/updates/'), 'All updates of the toolkit')];
  if (id === 'index') return [headingOf(2, 'Updates to this toolkit'), paragraphOf(...all)];
  const own = new Set(idsOf(id, data.redirect_from));
  const items = major.map(({published, kind, note, pages}) => {
    const told = [formatRange(published), CHANGE_WORDS[kind].toLowerCase(), withOthers(pages, own)];
    return [words(`${told.filter(Boolean).join(', ')}: ${note}`)];
  });
  return [headingOf(2, 'Updates to this page'), listOf(items)];
}
