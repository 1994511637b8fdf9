const CHART_RE = /^(?:docs|versioned_docs\/version-([^/]+))\/reference\/data\/([^/]+)\.json$/;

/** What a chart's data file is called: the chart's id, and the edition that froze it. */
interface ChartName {
  id: string;
  edition: string | undefined;
}

/** The chart whose data a file holds; `undefined` for any other file. */
export function chartOf(path: string): ChartName | undefined {
  const [, edition, id] = CHART_RE.exec(path) ?? [];
  return id === undefined ? undefined : {id, edition};
}

/** The data file of the chart that a page calls for: a page of an edition shows what the edition froze. */
export function chartFile(id: string, page: string): string {
  const [folder] = /^versioned_docs\/[^/]+/.exec(page) ?? ['docs'];
  return `${folder}/reference/data/${id}.json`;
}
