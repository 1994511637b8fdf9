import {repositoryUrl} from '../../content/addresses/editor-links.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {textOf} from '../../language/text.ts';
import type {ShownPage} from '../../site/components/Slot/Slot.tsx';
import {FEEDBACK_TEMPLATE, FEEDBACK_TITLE} from './forms/beta-feedback-form.ts';

type Hosted = Pick<ToolkitConfig, 'repository'> & Partial<Pick<ToolkitConfig, 'host_url'>>;

/** The file name of the form for case studies, which is part of links to it. */
export const PROPOSAL_TEMPLATE = 'case-study-proposal.yml';

/** The address of the feedback form with its fields filled in; without a page, of the empty form. */
export function feedbackIssueUrl(config: Hosted, page?: ShownPage): string {
  const query = new URLSearchParams({template: FEEDBACK_TEMPLATE});
  if (page) {
    const {title, address, edition, fingerprint} = page;
    const fields = {title: FEEDBACK_TITLE + title, page: title, address, edition, fingerprint};
    for (const [id, value] of Object.entries(fields)) if (value) query.set(id, value);
  }
  return `${repositoryUrl({...config, host: 'github'}, 'issues/new')}?${query}`;
}

type Mailed = Pick<ToolkitConfig, 'email' | 'language'>;

/**
 * A `mailto:` address with the page, its address and its edition, encoded according to RFC 6068: line breaks are `%0D%0A`, and only the body
 * has any.
 */
export function feedbackMailto(config: Mailed, page?: ShownPage): string {
  const {mail: t} = textOf(config).feedback;
  const {title, figure} = page ?? {};
  const lines = page
    ? [
        ...(figure ? [t.figure(figure)] : []),
        t.page({title: page.title}),
        t.address({address: page.address}),
        t.edition({name: page.edition === 'live' ? t.live : page.edition}),
      ]
    : [];
  // The reader writes below the question.
  const body = [...lines, ...(page ? [''] : []), figure ? t.aboutFigure : t.question, '', ''];
  return mailto(
    config.email,
    page ? t.subjectOf({page: figure ? `${figure.figure} (${title})` : page.title}) : t.subject,
    body,
  );
}

/** The address of the form that offers a case study. */
export function proposalIssueUrl(config: Hosted): string {
  return `${repositoryUrl({...config, host: 'github'}, 'issues/new')}?template=${PROPOSAL_TEMPLATE}`;
}

/** A `mailto:` address for contributors who would rather not use GitHub, with the questions of the guide as headings. */
export function proposalMailto(config: Mailed & Pick<ToolkitConfig, 'sections'>): string {
  const {facts, names, feedback} = textOf(config);
  const story = config.sections.case_study;
  const asked = [facts.service, facts.place, facts.when, ...story, facts.partners, names.sources];
  const body = asked.flatMap((heading) => [`${heading}:`, '']);
  return mailto(config.email, feedback.mail.proposal, body);
}

/** A `mailto:` address with a subject and the lines of a message. */
function mailto(email: string, subject: string, body: readonly string[]): string {
  return `mailto:${encode(email).replace('%40', '@')}?subject=${encode(subject)}&body=${body.map(encode).join('%0D%0A')}`;
}

/** One line, percent-encoded; half a surrogate pair, which cannot be encoded, becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\r\n\u2028\u2029]+/g, ' ').toWellFormed());
}
