/** The style sheet that all reports to editors share: every pair of colours keeps 4.5:1, in both schemes. */
export const EDITOR_STYLE = `
:root {
  --paper: #fcf9f3; --panel: #f4eee2; --ink: #231f1a; --soft: #5a5145; --rule: #d8cdb9;
  --link: #0a5468; --bad: #8f1d14; --gone: #fbe3df; --came: #dff0e0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181a; --panel: #1e2427; --ink: #ece7dd; --soft: #b9b2a5; --rule: #3a4347;
    --link: #86d0e4; --bad: #ffb1a6; --gone: #4a211d; --came: #1c3d24;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: anywhere;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main, footer { max-width: 72rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2rem); }
h1, h2, h3 { font-family: "Iowan Old Style", Charter, Palatino, Georgia, serif; line-height: 1.25; }
h1 { margin: 0 0 0.6rem; font-size: 2.1rem; }
h2 { margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); font-size: 1.5rem; }
h3 { margin: 1.25rem 0 0.4rem; font-size: 1.2rem; }
h4, h5, h6 { margin: 1rem 0 0.4rem; font-size: 1rem; }
p, ul, ol, dl, table, blockquote { margin: 0 0 0.8rem; }
ul, ol { padding-left: 1.3rem; }
dl, dd { margin-left: 0; }
@media (min-width: 40rem) { dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; } }
dt { font-weight: 600; }
a { color: var(--link); text-underline-offset: 0.16em; }
a code, a .address { text-underline-offset: 0.3em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
:target { outline: 2px solid var(--link); outline-offset: 0.5rem; }
code, .address { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 0.9em; }
code, .address { unicode-bidi: isolate; }
.kind, .file, .fix, .none, .count, footer { color: var(--soft); }
.kind, .file, footer { font-size: 0.9rem; }
.count { font-weight: 400; }
.lead { font-size: 1.2rem; }
.lead, header > p { max-width: 44rem; }
.hinders { margin: 1.25rem 0; padding: 0.2rem 1.25rem 0.4rem; border-left: 5px solid var(--bad); background: var(--panel); }
.hinders h2 { margin: 0.75rem 0 0.5rem; padding: 0; border: 0; font-size: 1.2rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; padding: 0; list-style: none; }
table { width: 100%; border-collapse: collapse; }
th, td { min-width: 4.5rem; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
pre { margin: 0 0 0.4rem; white-space: pre-wrap; }
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #333; --rule: #999; --link: #000; --bad: #000; --gone: #fff; --came: #fff; }
  html { font-size: 10.5pt; }
  main, footer { max-width: none; padding: 0; }
  nav { display: none; }
  .hinders { border: 1px solid #999; }
  h2, h3, h4 { break-after: avoid; }
  tr, li, blockquote { break-inside: avoid; }
}
`;
