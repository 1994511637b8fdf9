/** What the desk adds to the style sheet of all reports. */
export const DESK_STYLE = `
.numbers ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); gap: 0.6rem; }
.numbers a { display: block; height: 100%; padding: 0.6rem 0.9rem; background: var(--panel); text-decoration: none; }
.numbers a:hover { text-decoration: underline; }
.numbers strong { display: block; font-size: 1.6rem; line-height: 1.2; }
.numbers .unseen strong, .numbers .zero strong { color: var(--soft); font-weight: 400; }
.rows { padding: 0; list-style: none; }
.rows li { padding: 0.7rem 0; border-bottom: 1px solid var(--rule); }
.rows p { max-width: 46rem; margin: 0 0 0.15rem; }
.rows .title { font-weight: 600; }
.rows .title + code { color: var(--soft); }
.type { user-select: all; padding: 0.1rem 0.35rem; background: var(--panel); }
summary { padding: 0.3rem 0; cursor: pointer; }
@media (min-width: 60rem) {
  .rows li { display: grid; grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); gap: 0 2rem; align-items: start; }
}
@media print {
  nav { display: block; }
  .numbers a { border: 1px solid #999; }
  .type { border: 1px solid #999; }
}
`;
