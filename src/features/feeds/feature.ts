import type {Feature} from '../../site/features.ts';

export const feeds: Feature = {
  name: 'feeds',
  description: 'Feeds of updates for the toolkit and its subjects, and emails to a list of readers.',
  jobs: {
    'send-updates-by-email': async (_, env, io) =>
      (await import('./email/send-updates.ts')).sendUpdatesByEmail(env, io),
  },
  files: async (site) => (await import('./site-feeds.ts')).siteFeeds(site),
};
