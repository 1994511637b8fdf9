import {keyOf} from '../../changes/diff/meaning/sources-of.ts';
import {pageLinks} from '../../content/markdown/page-links.ts';
import {caseStudyExample} from '../examples/example-files.ts';
import type {PageRule} from '../rule.ts';
import about from './no-unlisted-source.json' with {type: 'json'};

export const noUnlistedSource: PageRule = {
  id: 'no-unlisted-source',
  group: 'model',
  ...about,
  good: about.good.map((words) => caseStudyExample('', words)),
  bad: about.bad.map((words) => caseStudyExample('', words)),
  check({kind, document, tree}, {config}) {
    const {sources} = document.frontMatter ?? {};
    if (kind !== 'case-study' || !Array.isArray(sources)) return [];
    // Parts of one document are one source.
    const addressOf = (url: unknown) => keyOf(String(url).replace(/#.*$/, ''));
    const listed = new Set(sources.map((source) => addressOf(source?.url)));
    // Another rule asks for addresses that are missing.
    if (sources.some((source) => !source?.url)) return [];
    return pageLinks({tree})
      .filter(({url}) => /^https?:/i.test(url) && !url.startsWith(config.url) && !listed.has(addressOf(url)))
      .map(({url, place, end}) => ({
        place,
        end,
        problem: `link to \`${url}\`, which is not among the sources, expected each address there`,
        fix: 'Add it under `sources` with its title and publisher, or remove the link.',
      }));
  },
};
