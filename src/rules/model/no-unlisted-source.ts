import {keyOf} from '../../changes/diff/meaning/sources-of.ts';
import {pageLinks} from '../../content/markdown/page-links.ts';
import {caseStudyExample, EXAMPLE_SOURCE} from '../examples/example-files.ts';
import type {PageRule} from '../rule.ts';

export const noUnlistedSource: PageRule = {
  id: 'no-unlisted-source',
  group: 'model',
  summary: 'Each address to which the text of a case study links is among its sources.',
  why: 'Readers check a case study by its list of sources, and the list is what is archived and reviewed.',
  good: [
    caseStudyExample('', `See [the minutes](${EXAMPLE_SOURCE}).`),
    caseStudyExample('', `See [the first page](${EXAMPLE_SOURCE.replace('https', 'http')}/#page=1).`),
    caseStudyExample('', 'See [homes](../priorities/homes.md).'),
    'See [the plan](https://other.example/plan).',
  ],
  bad: [
    caseStudyExample('', 'See [the plan](https://other.example/plan).'),
    caseStudyExample('', 'See <https://other.example/plan>.'),
    caseStudyExample('', 'See [the plan][plan].\n\n[plan]: https://other.example/plan'),
  ],
  check: (page, {config}) => {
    const {sources} = page.document.frontMatter ?? {};
    if (page.kind !== 'case-study' || !Array.isArray(sources)) return [];
    const listed = new Set(sources.map((source) => addressOf(String(source?.url))));
    return pageLinks(page)
      .filter(({url}) => /^https?:/i.test(url) && !url.startsWith(config.url) && !listed.has(addressOf(url)))
      .map(({url, place, end}) => ({
        place,
        end,
        problem: `link to \`${url}\`, which is not among the sources, expected each address there`,
        fix: 'Add it under `sources` with its title and publisher, or remove the link.',
      }));
  },
};

/** Parts of one document are one source. */
function addressOf(url: string): string {
  return keyOf(url.replace(/#.*$/, ''));
}
