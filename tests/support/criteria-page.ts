/** The page of a handbook that asks what a case study must be: a question of each kind. */
export const CRITERIA_FILE = {
  'handbook/contribute/acceptance-criteria.md': `---
title: What a case study must be
description: The questions that decide whether we take a case study.
owner: editor
review_every: 12 months
---

| Question, and how it is tested | Good | Bad |
| --- | --- | --- |
| Could another service copy the steps? Tested by: editor. | Steps | Slogans |
| Did the organisation agree? Tested by: [\`require-consent-on-record\`](rules.md#require-consent-on-record). | A role | A name |
| May the words be edited and published? Tested by: a box in the form. | Your own words | A newspaper |
`,
};
