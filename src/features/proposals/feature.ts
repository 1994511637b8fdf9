import path from 'node:path';
import type {Feature} from '../../site/features.ts';

export const proposals: Feature = {
  name: 'proposals',
  description:
    'Case studies that readers propose with a form: one comment says what is missing, and a job makes the page.',
  needs: ['feedback'],
  parts: path.join(import.meta.dirname, 'parts'),
  jobs: {
    'receive-proposal': async (_, env, io) => (await import('./jobs/receive.ts')).receiveProposal(env, io),
    'open-proposal': async (_, env, io) => (await import('./jobs/open.ts')).openProposal(env, io),
  },
};
