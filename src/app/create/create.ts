import {spawn} from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {inspect} from 'node:util';
import {type HOSTS, type ToolkitOptions, toolkitSchema} from '../../content/schemas/toolkit-schema.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import {type Io, terminalOf} from '../../io/cli/io.ts';
import {askText} from '../../io/cli/require-agreement.ts';
import {PACKAGE_ROOT} from '../../io/package-root.ts';
import {textOf} from '../../language/text.ts';
import {fillTemplate, PAGES_ONLY, templateFiles} from '../template.ts';
import {type Answers, findFault, pageSettingsOf, proposeAll, QUESTIONS, settingsOf, slug} from './questions.ts';

const ENGINE = 'good-practice-toolkit';

export interface CreateOptions extends Partial<Answers> {
  /** Ask nothing. */
  yes?: boolean | undefined;
  /** What `npm` installs as the engine. */
  engine?: string | undefined;
  'no-case-studies'?: boolean | undefined;
  host?: (typeof HOSTS)[number] | undefined;
  /** The folder of a site whose pages the toolkit starts with. */
  from?: string | undefined;
  'no-install'?: boolean | undefined;
}

/** Writes a new toolkit, which contains only content, then installs, checks and builds it. */
export async function createToolkit(options: CreateOptions, io: Io): Promise<void> {
  const answers = await askQuestions(options, io);
  const fault = findFault(answers, io.cwd);
  if (fault) throw new ExitError(fault.problem, `${fault.fix} Nothing was written.`);
  const target = path.resolve(io.cwd, answers.folder);
  const {from, host = 'github'} = options;
  const proposed = options['no-case-studies'] || from ? pageSettingsOf(answers) : settingsOf(answers);
  const settings: ToolkitOptions = {...proposed, host};
  if (host === 'gitlab') settings.url = proposed.url.replace(/github\.io$/, 'gitlab.io');
  // `check --release` asks for the real address.
  else if (host === 'none') {
    Object.assign(settings, {url: 'https://toolkit.example', baseUrl: '/'});
    delete settings.repository;
    settings.owners = settings.owners.map(({team: _none, ...owner}) => owner);
  }
  const files = [...templateFiles(settings.case_studies === false ? PAGES_ONLY : (settings.language ?? ''))];
  // The pages that are brought take the place of the examples.
  const own = from ? files.filter(([file]) => !file.startsWith('docs/')) : files;
  const engine = options.engine ?? engineSource(target);
  const count = writeToolkit(target, settings, engine, own);
  io.stdout.write(`Wrote ${count} files into \`${answers.folder}\`.\n`);
  if (!options['no-install']) {
    for (const step of [
      ['install', '--no-audit', '--no-fund'],
      ...(from ? [['run', 'toolkit', '--', 'import', path.resolve(io.cwd, from)]] : []),
      ['run', 'generate'],
      // What is imported may need work before it can be built, and the import says what.
      ...(from ? [] : ['check', 'build'].map((script) => ['run', script])),
    ]) {
      io.stdout.write(`\nnpm ${step.join(' ')}\n`);
      await runNpm(step, target);
    }
  }
  io.stdout.write(nextSteps(answers.folder, settings, options));
}

/**
 * The answers that were given as options, then those to the questions.
 *
 * @throws {ExitError} where an answer is missing, and there is neither a terminal to ask in nor `--yes`.
 */
async function askQuestions({title, repository, language, folder, host, yes}: CreateOptions, io: Io): Promise<Answers> {
  const terminal = yes ? undefined : terminalOf(io);
  const typed = Object.entries({title, repository, language, folder}).filter(([, answer]) => answer !== undefined);
  const given: Partial<Answers> = Object.fromEntries(typed);
  const open = QUESTIONS.filter(({key}) => given[key] === undefined && !(key === 'repository' && host === 'none'));
  if (!yes && !terminal && open.length > 0) {
    throw new ExitError(
      `no terminal to ask in, and no answer for ${open.map(({typed}) => `\`${typed}\``).join(', ')}`,
      'Give the answers on the command line, or add `--yes` to take what is proposed. Nothing was written.',
    );
  }
  if (!terminal) return proposeAll(given);
  for (const {key, message, proposed} of open) {
    // The questions that follow have no answer yet: the proposed answers are used.
    const faultOf = (answer: string) => {
      const fault = findFault(proposeAll({...given, [key]: answer}), io.cwd);
      return fault?.key === key ? fault.problem : undefined;
    };
    given[key] = await askText(terminal, message, faultOf, proposed(given));
  }
  return proposeAll(given);
}

/** Writes all files into a folder of their own, which gets its name or its place at the end; returns how many. */
function writeToolkit(
  target: string,
  settings: ToolkitOptions,
  engine: string,
  files: readonly (readonly [string, string])[],
): number {
  mkdirSync(path.dirname(target), {recursive: true});
  const folder = mkdtempSync(`${target}-`);
  chmodSync(folder, 0o755);
  try {
    const [subject, method, region] = Object.values(settings.vocabularies ?? {}).map(({terms}) => terms[0]);
    const {names, newToolkit} = textOf({language: settings.language ?? 'en-GB'});
    const tarball = /^file:(.*\.tgz)$/.test(engine) ? path.resolve(target, engine.slice('file:'.length)) : undefined;
    const words: Record<string, string> = {
      name: slug(settings.title),
      title: settings.title,
      engine: tarball ? `file:${path.basename(tarball)}` : engine,
      subject: subject?.id ?? '',
      subjectLabel: subject?.label ?? '',
      subjects: settings.vocabularies?.subjects?.label ?? '',
      method: method?.id ?? '',
      region: region?.id ?? '',
      caseStudies: names.caseStudies,
      propose: newToolkit.propose,
      proposeTo: settings.host === 'none' ? '/contribute/acceptance-criteria/' : '/contribute/propose-a-case-study/',
      houseStyle: newToolkit.houseStyle,
      howPublished: newToolkit.howPublished,
    };
    for (const [file, content] of files) {
      const place = path.join(folder, fillTemplate(file, words));
      mkdirSync(path.dirname(place), {recursive: true});
      writeFileSync(place, fillTemplate(content, words));
    }
    cpSync(path.join(PACKAGE_ROOT, '.nvmrc'), path.join(folder, '.nvmrc'));
    // A host installs only what is in the repository.
    if (tarball) cpSync(tarball, path.join(folder, path.basename(tarball)));
    writeFileSync(path.join(folder, 'toolkit.config.ts'), renderConfig(settings));
    if (existsSync(target)) {
      cpSync(folder, target, {recursive: true});
      rmSync(folder, {recursive: true});
    } else renameSync(folder, target);
    return files.length + 2;
  } catch (error) {
    rmSync(folder, {recursive: true, force: true});
    throw error;
  }
}

/** The configuration, with the explanation of each key above it. */
function renderConfig(settings: ToolkitOptions): string {
  const keys = Object.entries(settings).map(([key, value]) => {
    const explanation = toolkitSchema.shape[key as keyof typeof toolkitSchema.shape].description;
    const code = inspect(value, {depth: null, breakLength: 100, maxArrayLength: null, maxStringLength: null});
    return `${explanation ? `  // ${explanation}\n` : ''}  ${key}: ${code.replaceAll('\n', '\n  ')},\n`;
  });
  return `import {defineToolkit} from '${ENGINE}';\n\nexport default defineToolkit({\n${keys.join('')}});\n`;
}

/** The same package that runs this: its version, or the file that it was installed from. */
function engineSource(target: string): string {
  const {version} = JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {version: string};
  const installed = path.resolve(PACKAGE_ROOT, '../.package-lock.json');
  if (!existsSync(installed))
    return path.basename(path.dirname(PACKAGE_ROOT)) === 'node_modules' ? version : `file:${PACKAGE_ROOT}`;
  const {packages} = JSON.parse(readFileSync(installed, 'utf8')) as {packages: Record<string, {resolved?: string}>};
  const {resolved = ''} = packages[`node_modules/${ENGINE}`] ?? {};
  if (!resolved.startsWith('file:')) return `^${version}`;
  const tarball = path.resolve(PACKAGE_ROOT, '../..', resolved.slice('file:'.length));
  return `file:${path.relative(target, tarball).split(path.sep).join('/')}`;
}

async function runNpm(args: readonly string[], cwd: string): Promise<void> {
  const isWindows = process.platform === 'win32';
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {cwd, stdio: 'inherit', shell: isWindows});
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new ExitError(
    `\`npm ${args.join(' ')}\` ended with ${code}`,
    `Read what it printed, fix it, and run it again in \`${path.basename(cwd)}\`.`,
  );
}

function nextSteps(name: string, {repository, host}: ToolkitOptions, {from, ...options}: CreateOptions): string {
  const steps = [
    ...(path.resolve(name) === process.cwd() ? [] : [`cd ${name}`]),
    ...(options['no-install'] ? ['npm install'] : []),
    ...(options['no-install'] && from ? [`npm run toolkit -- import ${path.resolve(from)}`] : []),
    ...(options['no-install'] ? ['npm run generate'] : []),
    'npm start',
  ].map((step) => `\`${step}\``);
  const pages = from
    ? 'correct what the import and the check list'
    : options['no-case-studies']
      ? 'write in `docs/`'
      : 'write your pages in `docs/` before you delete the examples';
  const actions = host === 'github' ? ', and choose "GitHub Actions" under Settings, Pages' : '';
  const publish = host === 'none' ? ' and commit' : `, commit, push it to https://${host}.com/${repository}${actions}`;
  const again =
    host === 'none'
      ? ' Then, and after each update, run `npm run build`, and copy the folder `build` to your web server.'
      : ' Then commit and push again.';
  return `
Your toolkit is ready. Next:

1. Write: run ${new Intl.ListFormat('en-GB').format(steps)}, and ${pages}.
2. Set your own address and email in \`toolkit.config.ts\`: \`npm run check -- --release\` lists what is missing.
3. Run \`git init\`${publish}.
4. Launch it when it is ready for the public: \`npm run publish -- --launch\`.${again}
`;
}
