import {GENERATED_PAGES} from '../../src/content/generated-pages.ts';
import {addressOf} from '../../src/content/page-id.ts';
import {renderCode, renderPage, renderTable} from '../../src/content/reference/render-page.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import type {Command} from '../commands.ts';
import {COMMANDS} from '../commands.ts';

/** Every command with its options and examples. */
export function commandReference(toolkit: ToolkitConfig): string {
  return renderPage(
    {
      title: 'Commands',
      description:
        'Every command for those who write and publish on their own computer: what it does, the options it takes, and examples.',
      source: '`scripts/commands.ts`',
      blocks: [
        'You can write for this toolkit without any command: a browser is enough. On your own computer, these commands save time.',
        `Options stand after \`--\`. A command ends with 0 where all is well, with 1 where it found something to mend, and with 2 where it could not run. [What the checks ask](${addressOf(GENERATED_PAGES.rules)}) and [the words for front matter](${addressOf(GENERATED_PAGES.vocabularies)}) have pages of their own.`,
        ...Object.entries(COMMANDS).flatMap(([name, command]) => renderCommand(name, command)),
      ],
    },
    toolkit,
  );
}

function renderCommand(name: string, {summary, options, examples}: Command): string[] {
  const rows = Object.entries(options).map(([option, {type, help, alone}]) => [
    `\`--${option}${type === 'string' ? (alone === undefined ? ' <value>' : ' [value]') : ''}\``,
    help,
  ]);
  return [
    `## \`npm run ${name}\``,
    `${summary}.`,
    ...(rows.length > 0 ? [renderTable(['Option', 'What it does'], rows)] : []),
    renderCode('sh', examples.join('\n')),
  ];
}
