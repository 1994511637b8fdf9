import type {Command} from './commands.ts';
import {COMMANDS} from './commands.ts';

/** The list of commands. */
export function renderHelp(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, {summary}]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run <command> -- [options]\n\n${lines.join('\n')}\n`;
}

/** How one command is used. */
export function renderCommandHelp(name: string, {summary, options, words, text, examples}: Command): string {
  const all = Object.entries(options).map(([option, {help, type, alone}]) => [
    `--${option}${type === 'string' ? (alone === undefined ? ' <value>' : ' [value]') : ''}`,
    help,
  ]);
  const width = Math.max(0, ...all.map(([option]) => option?.length ?? 0));
  return [
    `${summary}.`,
    '',
    `Usage: npm run ${name}${all.length > 0 || words || text ? ' --' : ''}${words ? ` ${words.join('|')}` : ''}${text ? (words ? ` "${text}"` : ` [${text} ...]`) : ''}${all.length > 0 ? ' [options]' : ''}`,
    ...(all.length > 0 ? ['', ...all.map(([option, help]) => `  ${option?.padEnd(width)}  ${help}`)] : []),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
