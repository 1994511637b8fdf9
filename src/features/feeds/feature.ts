import path from 'node:path';
import {calendarOf, FOLLOW, feedOfPage, TOOLKIT_FEEDS, termUpdates} from '../../content/addresses/feed-addresses.ts';
import {EACH_PAGE} from '../../content/addresses/file-record.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';

/** Feeds and calendars of updates for the toolkit and its subjects. */
export const feeds: Feature = {
  name: 'feeds',
  pages: (config) => {
    const {names, generated} = textOf(config);
    const list = config.mailing_list === undefined ? 'updates' : undefined;
    return [{address: FOLLOW, list, title: names.follow, about: generated.follow, isInFooter: true}];
  },
  routes: () => [{address: FOLLOW, component: 'FollowPage', props: {}}],
  parts: path.join(import.meta.dirname, 'parts'),
  keeps: () => [...Object.values(TOOLKIT_FEEDS), feedOfPage(EACH_PAGE), calendarOf(termUpdates('*'))],
  files: async (site) => (await import('./render-feeds.ts')).siteFeeds(site),
};
