export function pageExample(title: string, more = '', words = 'Words.'): string {
  return `---
title: ${title}
description: What the page tells a clerk who has an afternoon to prepare a village.
owner: editor
review_every: 12 months
${more}---

${words}
`;
}

/** A valid case study, with the changes of an example. Its only source is `${EXAMPLE_SOURCE}`. */
export function caseStudyExample(more = '', words = CASE_STUDY_WORDS): string {
  return `---
title: The weir at Lower Ford
description: A village cleared its weir with volunteers, and the water stayed out of the hall.
service: Lower Ford parish
place: Lower Ford
regions: [riverside]
evidence: self-reported
${/^consent:/m.test(more) ? '' : 'consent: {basis: public-record}\n'}owner: editor
review_every: 12 months
sources:
  - {title: Minutes, publisher: Lower Ford parish, url: ${EXAMPLE_SOURCE}}
${more}---

${words}
`;
}

export const EXAMPLE_SOURCE = 'https://lowerford.example/minutes';

const CASE_STUDY_WORDS = `## Why

The hall was wet each winter.

## What they did

They cleared the weir.

## What it cost

Four Saturdays.

## What happened

The hall stayed dry.

## What they learned

Bring waders.`;

export function noteExample(more: string, significance = 'major'): string {
  return `---
kind: content-changed
significance: ${significance}
note: The figure for 2024 was put right.
${more}---
`;
}

export function updateExample(slug: string, pages: string, more = ''): string {
  return `---
title: What changed by ${slug}
slug: ${slug}
date: ${slug.slice(0, 'yyyy-mm-dd'.length)}
published: {earliest: ${slug.slice(0, 'yyyy-mm-dd'.length)}, latest: ${slug.slice(0, 'yyyy-mm-dd'.length)}}
changes:
  - {kind: page-added, significance: major, pages: [${pages}], note: There is a new page for readers.}
${more}---
`;
}
