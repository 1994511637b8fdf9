import type {Feature} from '../../site/feature-hooks.ts';

/** Settings for Netlify, Cloudflare and nginx: security headers, redirects and media types; a pipeline for GitLab. */
export const hosts: Feature = {
  name: 'hosts',
  generated: async ({host}) =>
    host === 'gitlab' ? {'.gitlab-ci.yml': (await import('./host-files.ts')).gitLabPipeline()} : {},
  files: async (site) => (await import('./host-files.ts')).hostFiles(site),
};
