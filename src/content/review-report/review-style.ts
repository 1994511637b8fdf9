/** What the report of a review adds to the style sheet of all reports. */
export const REVIEW_STYLE = `
.bad { padding-left: 0.75rem; border-left: 5px solid var(--bad); }
.bad strong { color: var(--bad); }
.note { max-width: 46rem; margin: 0 0 1rem; padding: 0.1rem 1.25rem 0.1rem; background: var(--panel); }
.note h3 { margin-top: 0.8rem; }
.page { padding: 0.25rem 0 1rem; border-bottom: 1px solid var(--rule); }
.page h3 { margin-bottom: 0; }
.beside { display: grid; gap: 0 2rem; }
.told { order: -1; padding: 0 1.25rem; background: var(--panel); }
@media (min-width: 60rem) {
  .beside { grid-template-columns: minmax(0, 2.2fr) minmax(0, 1fr); align-items: start; }
  .told { order: 0; position: sticky; top: 1rem; }
}
ins, del { padding: 0 0.15em; border-radius: 2px; }
ins { background: var(--came); text-decoration: underline; }
del { background: var(--gone); text-decoration: line-through; }
.whole :is(ins, del) { padding: 0; background: none; text-decoration: none; }
.edit h5 { margin: 1rem 0 0.2rem; color: var(--soft); font-size: 0.9rem; font-weight: 600; }
.edit p, .edit ul, .edit blockquote { margin-bottom: 0.4rem; }
.visually-hidden, .next-edit:not(:focus-within) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
@media print {
  .told { position: static; }
  .note, .told { border: 1px solid #999; }
  .note { break-inside: avoid; }
}
`;
