import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {textOf} from '../../language/text.ts';
import {mailto} from '../feedback/feedback-link.ts';

/** The file name of the form, which is part of links to it. */
export const PROPOSAL_TEMPLATE = 'case-study-proposal.yml';

/** The address of the form that offers a case study. */
export function proposalIssueUrl({repository}: Pick<ToolkitConfig, 'repository'>): string {
  return `https://github.com/${repository}/issues/new?template=${PROPOSAL_TEMPLATE}`;
}

/** A `mailto:` address for contributors who would rather not use GitHub, with the sections that they can fill in. */
export function proposalMailto(config: Pick<ToolkitConfig, 'email' | 'language' | 'sections'>): string {
  const body = config.sections.case_study.flatMap((heading) => [`${heading}:`, '']);
  return mailto(config.email, textOf(config).feedback.mail.proposal, body);
}
