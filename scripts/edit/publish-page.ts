import {html} from '../../src/format/html.ts';

/** What `npm run publish` printed, and its exit code. */
interface Printed {
  code: number;
  text: string;
}

/** The page on which an editor reads the next update, and publishes it. */
export function renderPublishPage(
  toolkit: string,
  {dryRun, published}: {dryRun?: Printed; published?: Printed},
): string {
  const shown = published ?? dryRun ?? {code: 2, text: ''};
  const isReady = dryRun?.code === 0;
  const heading = published
    ? published.code === 0
      ? 'Published'
      : 'Nothing was published'
    : isReady
      ? 'This is what readers will see'
      : 'Nothing to publish yet';
  return `<!DOCTYPE html>${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Publish: ${toolkit}</title>
<link rel="stylesheet" href="editor.css">
</head>
<body class="editor-publish">
<main>
<h1>${heading}</h1>
<pre>${shown.text}</pre>
${
  isReady &&
  html`<form method="post">
<label for="title">Title of the update</label>
<p id="hint">Leave it empty to use the one above. Readers see it in the list of updates.</p>
<input id="title" name="title" aria-describedby="hint">
<button>Publish</button>
</form>`
}
${published?.code === 0 && html`<p>Commit the files that were written, and send them to GitHub. The site shows the update after that.</p>`}
<p><a href="./">Back to the editor</a></p>
</main>
</body>
</html>`.html
  }\n`;
}
