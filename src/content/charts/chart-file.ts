const CHART_RE = /^(?:docs|versioned_docs\/version-([^/]+))\/reference\/data\/([^/]+)\.json$/;

interface ChartName {
  id: string;
  edition: string | undefined;
}

/** The chart of a data file; `undefined` for any other file. */
export function chartOf(path: string): ChartName | undefined {
  const [, edition, id] = CHART_RE.exec(path) ?? [];
  return id === undefined ? undefined : {id, edition};
}

/** The data file of a chart on a page. A page of an edition uses the data frozen with it. */
export function chartFile(id: string, page: string): string {
  const [folder] = /^versioned_docs\/[^/]+/.exec(page) ?? ['docs'];
  return `${folder}/reference/data/${id}.json`;
}
