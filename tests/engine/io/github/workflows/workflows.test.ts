import {readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {FEEDBACK_LABEL, PROPOSAL_LABEL} from '../../../../../src/features/contributions/labels.ts';
import {textIn} from '../../../support/run-command.ts';
import {ROOT} from '../../../support/toolkits/copy-toolkit.ts';

const FOLDER = path.join(ROOT, '.github', 'workflows');

type Permissions = Readonly<Record<string, string>>;

/** Every workflow and job, with all it may do; a new job must be entered here, where reviewers see it. */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, Permissions>>>> = {
  'deploy.yml': {
    build: {contents: 'read'},
    deploy: {pages: 'write', 'id-token': 'write'},
    witness: {contents: 'write'},
    links: {contents: 'read'},
    'report-links': {contents: 'write', 'pull-requests': 'write'},
  },
  'engine.yml': {
    test: {contents: 'read'},
    package: {contents: 'read'},
  },
  'nightly.yml': {
    foreign: {contents: 'read'},
    kills: {contents: 'read'},
    webassembly: {contents: 'read'},
    canary: {contents: 'read'},
    'canary-issue': {issues: 'write'},
    codeql: {contents: 'read', 'security-events': 'write'},
    scorecard: {contents: 'read', 'security-events': 'write'},
  },
  'release.yml': {
    pack: {contents: 'read'},
    publish: {'id-token': 'write'},
    announce: {contents: 'write'},
  },
  'issues.yml': {
    feedback: {contents: 'read', issues: 'write'},
    answered: {contents: 'read', issues: 'write'},
    proposal: {contents: 'read', issues: 'write', 'pull-requests': 'read'},
    draft: {contents: 'write', issues: 'write', 'pull-requests': 'write'},
  },
  'publish.yml': {
    publish: {contents: 'write', 'pull-requests': 'write'},
  },
  'pull-request-comment.yml': {
    comment: {actions: 'read', contents: 'read', 'pull-requests': 'write'},
  },
  'pull-request.yml': {
    check: {contents: 'read'},
  },
};

/** The only actions that may run, each as the one commit that was looked at. */
const ACTIONS = [
  'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0',
  'actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
  'actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
  'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1',
  'actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0',
  'actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0',
  'actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0',
  'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5',
  'github/codeql-action/init@cdf488f595d80d6e07e03d4674febd5ab45fa938 # v4.37.9',
  'github/codeql-action/analyze@cdf488f595d80d6e07e03d4674febd5ab45fa938 # v4.37.9',
  'github/codeql-action/upload-sarif@cdf488f595d80d6e07e03d4674febd5ab45fa938 # v4.37.9',
  'ossf/scorecard-action@2d1146689b8cda280b9bc96326124645441f03bc # v2.4.4',
];

interface Step {
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: unknown;
  concurrency?: unknown;
  'timeout-minutes'?: number;
  uses?: string;
  steps?: Step[];
}

interface Workflow {
  on?: unknown;
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

/** Everything that makes a workflow unsafe; empty where it is sound. `file` is its name in the folder. */
function workflowProblems(file: string, text: string): string[] {
  const workflow = parse(text) as Workflow;
  const problems: string[] = [];
  const demand = (holds: boolean, problem: string) => void (holds || problems.push(problem));

  demand(!eventsOf(workflow.on).includes('pull_request_target'), 'runs on `pull_request_target`');
  demand(isEmptyObject(workflow.permissions), 'gives permissions to all jobs at the top');
  const isGrouped = ({concurrency, permissions}: Job) => concurrency !== undefined || !canWrite(permissions);
  const hasGroup = workflow.concurrency !== undefined || Object.values(workflow.jobs).every(isGrouped);
  demand(hasGroup, 'has no concurrency group, nor has each job that writes');
  for (const line of usesLines(text)) {
    demand(/@[0-9a-f]{40}( |$)/.test(line), `\`${line}\` is not pinned by a full commit`);
    demand(ACTIONS.includes(line), `\`${line}\` is not an action on the list, at the listed commit and version`);
  }
  for (const [name, job] of Object.entries(workflow.jobs)) {
    demand(job['timeout-minutes'] !== undefined, `job \`${name}\` has no timeout`);
    demand(job.uses === undefined, `job \`${name}\` is another workflow's`);
    demand(!canWrite(job.permissions) || canWrite(PERMISSIONS[file]?.[name]), `job \`${name}\` may write`);
    for (const step of job.steps ?? []) {
      problems.push(...stepProblems(name, step));
      if (canWrite(job.permissions)) problems.push(...writerProblems(name, step));
    }
  }
  return problems;
}

function stepProblems(job: string, {uses = '', run = '', with: inputs = {}}: Step): string[] {
  const problems: string[] = [];
  if (run.includes('${{')) problems.push(`job \`${job}\` puts an expression into a command`);
  const installs = run.split(/&&|\n/).filter((command) => /\bnpm (?:ci|i|install)\b/.test(command));
  if (installs.some((command) => !command.includes('--ignore-scripts'))) {
    problems.push(`job \`${job}\` runs scripts of packages`);
  }
  if (uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false) {
    problems.push(`job \`${job}\` leaves the token in the checkout`);
  }
  // Without the second input the action turns a cache on by itself once package.json names a package manager.
  if (uses.startsWith('actions/setup-node@') && ('cache' in inputs || inputs['package-manager-cache'] !== false)) {
    problems.push(`job \`${job}\` writes a cache`);
  }
  return problems;
}

/** A job that may write runs the main branch alone, and keeps what other runs made out of it. */
function writerProblems(job: string, {uses = '', with: inputs = {}}: Step): string[] {
  const problems: string[] = [];
  if (uses.startsWith('actions/checkout@') && inputs.ref !== 'main') {
    problems.push(`job \`${job}\` may write and checks out something other than \`main\``);
  }
  const isBeside = /^\$\{\{ runner\.temp \}\}\//.test(String(inputs.path));
  if (uses.startsWith('actions/download-artifact@') && !isBeside) {
    problems.push(`job \`${job}\` may write and unpacks an artefact into the checkout`);
  }
  return problems;
}

function eventsOf(on: unknown): string[] {
  if (typeof on === 'string') return [on];
  if (Array.isArray(on)) return on.map(String);
  return Object.keys(on ?? {});
}

/** What each `uses:` names, with the comment beside it. */
function usesLines(text: string): string[] {
  return [...text.matchAll(/^[\s-]*["']?uses["']?:\s*(.+?)\s*$/gm)].map(([, line]) => line ?? '');
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A job that says nothing gets what the top gives, which must be nothing. */
function canWrite(permissions: unknown): boolean {
  if (typeof permissions === 'string') return permissions !== 'read-all';
  return Object.values(permissions ?? {}).includes('write');
}

const files = readdirSync(FOLDER);
const textOf = (file: string) => textIn(FOLDER, file);
const readWorkflow = <W extends Workflow>(file: string) => parse(textOf(file)) as W;

test.each(files)('%s is safe', (file) => {
  expect(workflowProblems(file, textOf(file))).toEqual([]);
});

test('every file is a workflow, whose jobs have the permissions in the table and no others', () => {
  const found = files.map((file) => {
    const {jobs} = readWorkflow(file);
    return [file, Object.fromEntries(Object.entries(jobs).map(([name, {permissions}]) => [name, permissions]))];
  });
  expect(Object.fromEntries(found)).toEqual(PERMISSIONS);
});

test('every `uses` is found by its line', () => {
  for (const file of files) {
    const steps = Object.values(readWorkflow(file).jobs).flatMap((job) => job.steps ?? []);
    expect(usesLines(textOf(file)).map((line) => line.split(' ')[0])).toEqual(steps.flatMap(({uses}) => uses ?? []));
  }
});

const BAD = `
on: [pull_request_target]
permissions: write-all
jobs:
  greet:
    permissions: {issues: write}
    steps:
      - uses: actions/checkout@v6
      - uses: somebody/else@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v1.0.0
      - uses: actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0
        with: {cache: npm, package-manager-cache: false}
      - uses: actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0
      - run: echo "\${{ github.event.pull_request.title }}"
      - run: npm ci --ignore-scripts && npm ci
      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0
        with: {path: report}
  borrowed:
    timeout-minutes: 5
    permissions: write-all
    uses: ./.github/workflows/other.yml
`;

test('a workflow that breaks every rule is told so for each', () => {
  expect(workflowProblems('bad.yml', BAD)).toEqual([
    'runs on `pull_request_target`',
    'gives permissions to all jobs at the top',
    'has no concurrency group, nor has each job that writes',
    '`actions/checkout@v6` is not pinned by a full commit',
    '`actions/checkout@v6` is not an action on the list, at the listed commit and version',
    '`somebody/else@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v1.0.0` is not an action on the list, at the listed commit and version',
    '`./.github/workflows/other.yml` is not pinned by a full commit',
    '`./.github/workflows/other.yml` is not an action on the list, at the listed commit and version',
    'job `greet` has no timeout',
    'job `greet` may write',
    'job `greet` leaves the token in the checkout',
    'job `greet` may write and checks out something other than `main`',
    'job `greet` writes a cache',
    'job `greet` writes a cache',
    'job `greet` puts an expression into a command',
    'job `greet` runs scripts of packages',
    'job `greet` may write and unpacks an artefact into the checkout',
    "job `borrowed` is another workflow's",
    'job `borrowed` may write',
  ]);
});

test('events are read in each of the three ways they can be written', () => {
  for (const on of ['pull_request_target', '[push, pull_request_target]', '{pull_request_target: {types: [opened]}}']) {
    expect(workflowProblems('bad.yml', `on: ${on}\njobs: {}\n`)).toContain('runs on `pull_request_target`');
  }
});

test('the comment follows the workflow that makes the report, under the name by which it is downloaded', () => {
  const {on} = parse(textOf('pull-request-comment.yml'));
  expect(on.workflow_run.workflows).toEqual([parse(textOf('pull-request.yml')).name]);
  const stepsOf = (file: string, job: string) => readWorkflow(file).jobs[job]?.steps ?? [];
  const uploaded = stepsOf('pull-request.yml', 'check').filter(({uses}) =>
    uses?.startsWith('actions/upload-artifact@'),
  );
  const downloaded = stepsOf('pull-request-comment.yml', 'comment').find(({uses}) =>
    uses?.includes('/download-artifact@'),
  );
  expect(uploaded.map((step) => step.with?.name)).toContain(downloaded?.with?.name);
});

test('reviewers get the site of a pull request whose words have problems: no step waits for the check but in order', () => {
  const {jobs} = readWorkflow('pull-request.yml');
  const steps = jobs.check?.steps ?? [];
  const after = steps.slice(steps.findIndex(({run}) => run?.startsWith('npm run check')) + 1);
  expect(after.some(({run}) => run === 'npm run build')).toBe(true);
  const uploads = after.filter(({uses}) => uses?.startsWith('actions/upload-artifact@'));
  expect(uploads.map((step) => step.with?.name ?? step.with?.path)).toEqual(['report', 'site', 'changed-pages.html']);
  // The comment looks for it under the name of the file, which GitHub gives it only where it is not zipped.
  expect(uploads.at(-1)?.with?.archive).toBe(false);
  for (const step of after) expect(step.if).toMatch(/^\$\{\{ !cancelled\(\)/);
});

interface IssuesWorkflow extends Workflow {
  on: {issues: {types: string[]}};
  jobs: Record<string, Job & {if: string; concurrency: {group: string}}>;
}

test('what a run only shows is neither checked nor opened', () => {
  const steps = readWorkflow('publish.yml').jobs.publish?.steps ?? [];
  const decided = steps.findIndex(({run}) => run?.includes('publish-mode'));
  for (const step of steps.slice(decided + 2)) expect(step.if).toBe("steps.decide.outputs.mode == 'publish'");
  expect(steps.at(-1)?.run).toContain('job open-publish-request');
});

test('the daily run that publishes ends before the one that builds the site begins, and starts only if it is switched on', () => {
  const startsOf = (file: string): number[] =>
    parse(textOf(file)).on.schedule.map(({cron}: {cron: string}) => {
      const [minute = 0, hour = 0] = cron.split(' ');
      return Number(hour) * 60 + Number(minute);
    });
  const {publish} = readWorkflow<IssuesWorkflow>('publish.yml').jobs;
  const [start = 0] = startsOf('publish.yml');
  expect(start + (publish?.['timeout-minutes'] ?? 0)).toBeLessThan(Math.min(...startsOf('deploy.yml')));
  expect(publish?.if).toContain("|| vars.SCHEDULED_PUBLISHING != ''");
});

test('the ledger is checked before it is handed on, under the name it is taken by', () => {
  const {jobs} = readWorkflow('deploy.yml');
  const made = jobs.links?.steps ?? [];
  const runs = made.map(({run}) => run).filter((run) => run?.startsWith('npm run'));
  expect(runs).toEqual(['npm run links', 'npm run check']);
  const uploaded = made.find(({uses}) => uses?.startsWith('actions/upload-artifact@'));
  const taken = jobs['report-links']?.steps?.find(({uses}) => uses?.includes('/download-artifact@'));
  expect(taken?.with?.name).toBe(uploaded?.with?.name);
});

test('the engine is tested by one workflow of a pull request, and a toolkit by the other', () => {
  const runsOf = (file: string) =>
    Object.values(readWorkflow(file).jobs).flatMap(({steps = []}) => steps.flatMap(({run = ''}) => run));
  expect(runsOf('pull-request.yml')).toContain('npm run --if-present test:content');
  expect(runsOf('pull-request.yml').join('\n')).not.toMatch(/npm test|test:engine/);
  expect(runsOf('engine.yml')).toContain("npx vitest run --project 'engine*'");
});

test('no job that waits is cancelled by one of another kind, and each label starts its job, put on by hand too', () => {
  const {on, concurrency, jobs} = readWorkflow<IssuesWorkflow>('issues.yml');
  expect(concurrency).toBeUndefined();
  expect(on.issues.types).toEqual(['opened', 'edited', 'labeled']);
  for (const [job, label] of [
    ['feedback', FEEDBACK_LABEL],
    ['proposal', PROPOSAL_LABEL],
  ] as const) {
    expect(jobs[job]?.if).toBe(
      `github.event_name == 'issues' && (github.event.action != 'labeled' || github.event.label.name == '${label}') && contains(github.event.issue.labels.*.name, '${label}')`,
    );
  }
  expect(jobs.draft?.if).toBe(
    `github.event.action == 'labeled' && github.event.label.name == 'make-file' && contains(github.event.issue.labels.*.name, '${PROPOSAL_LABEL}')`,
  );
  const groups = Object.values(jobs).map((job) => job.concurrency.group);
  expect(new Set(groups).size).toBe(Object.keys(jobs).length);
});

test('each script that a workflow runs is one of the package, and of a new toolkit where it has the workflow', () => {
  const scriptsOf = (file: string) => Object.keys(JSON.parse(textIn(ROOT, file)).scripts);
  const here = scriptsOf('package.json');
  const inToolkits = [...scriptsOf('template/package.json'), 'test:content'];
  for (const file of files) {
    const isOurs = /^(?:engine|nightly|release)\.yml$/.test(file);
    const run = [...textIn(FOLDER, file).matchAll(/npm run (?:--\S+ )*([\w:]+)/g)].map(([, script]) => script);
    expect(
      run.filter((script) => !(isOurs ? here : inToolkits).includes(`${script}`)),
      file,
    ).toEqual([]);
  }
});
