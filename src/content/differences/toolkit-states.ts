import {withCharts} from '../charts/chart-words.ts';
import {once} from '../once.ts';
import {addressOf} from '../page-id.ts';
import type {SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {LIVE} from './name-state.ts';
import {titleOf} from './title-of.ts';

/** A page of an edition or of the live text. */
export interface StatePage {
  id: string;
  title: string;
  /** Without the site's base URL; begins and ends with `/`. */
  address: string;
  /** Where the page stood before it moved. */
  formerAddresses: readonly string[];
  isWithdrawn: boolean;
  /** The words, with those of its charts; worked out when they are first asked for. */
  document: () => SourceDocument;
}

/** The whole toolkit as an edition froze it, or as it is today. */
export interface ToolkitState {
  /** `2017-03`, or `live`. */
  name: string;
  pages: ReadonlyMap<string, StatePage>;
}

/** Every edition, oldest first, then the live text; handbook pages are in no edition and in none of these. */
export function statesOf(toolkit: Toolkit): ToolkitState[] {
  const data = new Map(toolkit.charts.map((chart) => [chart.document.path, chart.data]));
  const toState = (name: string, pages: readonly {id: string; document: SourceDocument}[]): ToolkitState => ({
    name,
    pages: new Map(pages.map(({id, document}) => [id, toStatePage(name, id, document, data)])),
  });
  const live = allPages(toolkit).filter(({document}) => document.path.startsWith('docs/'));
  return [...toolkit.editions.map(({name, pages}) => toState(name, pages)).reverse(), toState(LIVE, live)];
}

function toStatePage(
  state: string,
  id: string,
  document: SourceDocument,
  charts: ReadonlyMap<string, unknown>,
): StatePage {
  const {redirect_from: former, withdrawn} = document.frontMatter ?? {};
  return {
    id,
    title: titleOf(document, id),
    address: state === LIVE ? addressOf(id) : addressOf(id).replace(/^\/toolkit\//, `/toolkit/${state}/`),
    formerAddresses: Array.isArray(former) ? former.filter((address) => typeof address === 'string') : [],
    isWithdrawn: withdrawn !== undefined,
    document: once(() => withCharts(document, (file) => charts.get(file))),
  };
}
