import {code, link, paragraph, stringify, text, toPhrasing} from '../../src/content/report/markdown-nodes.ts';

/** The words of the pull request that brings the newest ledger. */
export function renderRequest({runUrl, summary}: {runUrl: string; summary: string}): string {
  return `${stringify([
    paragraph([
      text('The weekly check of links to other sites remembers here what it met, in '),
      code('ledgers/links'),
      text(' alone. Merge it: readers are then told of sources that no longer open. '),
      text('Until then each week replaces it, and nothing is lost.'),
    ]),
    paragraph([...toPhrasing(summary), text('.')]),
    paragraph([
      text('The checks passed in '),
      link(runUrl, [text('the run that opened it')]),
      text('. Where this waits for checks that do not start, close it and open it again.'),
    ]),
  ])}\n`;
}
