/** The style sheet of reports to editors: every pair of colours keeps 4.5:1, in both schemes. */
export const REPORT_STYLE = `
:root { --paper: #fcf9f3; --panel: #f4eee2; --ink: #231f1a; --soft: #5a5145; --rule: #d8cdb9; --link: #0a5468; --bad: #8f1d14; --gone: #fbe3df; --came: #dff0e0; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181a; --panel: #1e2427; --ink: #ece7dd; --soft: #b9b2a5; --rule: #3a4347; --link: #86d0e4; --bad: #ffb1a6; --gone: #4a211d; --came: #1c3d24; }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: anywhere; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2rem) 3rem; }
h1, h2, h3 { font-family: "Iowan Old Style", Charter, Palatino, Georgia, serif; line-height: 1.25; }
h1 { margin: 0 0 0.6rem; font-size: 2.1rem; }
h2 { margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); font-size: 1.5rem; }
h3 { margin: 1.5rem 0 0.4rem; font-size: 1.2rem; }
p, ul, table, blockquote { margin: 0 0 0.6rem; }
ul { padding-left: 1.3rem; }
li { margin-bottom: 0.6rem; }
li > p { margin-bottom: 0.15rem; }
a { color: var(--link); unicode-bidi: isolate; text-underline-offset: 0.16em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
:target { outline: 2px solid var(--link); outline-offset: 0.5rem; }
code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 0.9em; unicode-bidi: isolate; }
code.command { user-select: all; padding: 0.1rem 0.35rem; background: var(--panel); }
.numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)); gap: 0.6rem; padding: 0; list-style: none; }
.numbers li { margin: 0; padding: 0.6rem 0.9rem; background: var(--panel); }
.numbers strong { display: block; font-size: 1.6rem; line-height: 1.2; }
.bad { padding-left: 0.75rem; border-left: 5px solid var(--bad); }
.bad strong { color: var(--bad); }
table { width: 100%; border-collapse: collapse; }
th, td { min-width: 3rem; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
ins, del { padding: 0 0.15em; border-radius: 2px; }
ins { background: var(--came); text-decoration: underline; }
del { background: var(--gone); text-decoration: line-through; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #333; --rule: #999; --link: #000; --bad: #000; --gone: #fff; --came: #fff; }
  html { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  code.command, .numbers li { border: 1px solid #999; }
  h2, h3 { break-after: avoid; }
  li, tr, blockquote { break-inside: avoid; }
}
`;
