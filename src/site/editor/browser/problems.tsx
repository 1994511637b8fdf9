import type {ControlProps} from 'decap-cms-app';
import {type ComponentType, type ReactElement, type ReactNode, useSyncExternalStore} from 'react';
import type {Report, ReportedProblem} from '../../../checks/report/report-schema.ts';
import {type EntryShape, fieldOfLine, NOTE_FIELD} from '../../../intake/editor/entry-file.ts';
import {NOTE_FOLDER} from '../../../model/pages/file-name.ts';
import type {Severity} from '../../../model/problem.ts';

/** What the checks found in the page of the form, by field; what belongs to no field is under the empty name. */
interface Shown {
  byField: ReadonlyMap<string, readonly ReportedProblem[]>;
  /** What is said above the preview about the checks themselves. */
  state: string;
}

/** In the bar at the foot, which stays in view. */
const STATE_ID = 'editor-state';

let shown: Shown = {byField: new Map(), state: ''};

const listeners = new Set<() => void>();

function show(next: Shown): void {
  shown = next;
  const bar = document.getElementById(STATE_ID);
  if (bar) bar.textContent = next.state;
  for (const listener of listeners) listener();
}

function useShown(): Shown {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** Asks the server for the problems of a saved page, and shows each at its field. */
export async function checkSaved(checks: string, path: string, text: string, shape: EntryShape): Promise<void> {
  const asked: Shown = {byField: new Map(), state: 'Checking the page…'};
  show(asked);
  const response = await fetch(`${checks}?${new URLSearchParams({path})}`);
  // Another page was opened, or this one saved again.
  if (shown !== asked) return;
  if (!response.ok) return show({...asked, state: 'The page could not be checked. The terminal says why.'});
  const {problems} = (await response.json()) as Report;
  const byField = Map.groupBy(problems, ({rule, path: file, line, problem}) => {
    if (file.startsWith(`${NOTE_FOLDER}/`) || rule === 'require-note') return NOTE_FIELD;
    // What is missing has no line of its own: the message begins with its key.
    const [, key = ''] = (rule === 'no-invalid-front-matter' && /^`(\w+)`/.exec(problem)) || [];
    return (shape.keys.includes(key) && key) || (line !== undefined && fieldOfLine(text, line, shape)) || '';
  });
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  show({byField, state: problems.length === 0 ? 'The checks found no problem.' : `The checks found ${count}.`});
}

const LABELS: Readonly<Record<Severity, string>> = {error: 'Must be fixed', warning: 'Please check', note: 'Note'};

/** What the checks found in a field of the form. */
export function Problems({field}: {field: string}): ReactElement {
  const {byField, state} = useShown();
  return (
    <div className="editor-problems" role="status">
      {field === '' && state !== '' && <p className="editor-problem">{state}</p>}
      {byField.get(field)?.map(({severity, problem, fix, example}) => (
        <div key={problem + fix} className={`editor-problem is-${severity}`}>
          <strong>{LABELS[severity]}:</strong> {withCode(`${problem}. ${fix}`)}
          {example !== undefined && <pre>{example}</pre>}
        </div>
      ))}
    </div>
  );
}

/** Messages have code between backticks. */
function withCode(text: string): ReactNode[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={`${index} ${part}`}>{part}</code> : part));
}

/** A control that shows the problems of its field below it. Fields within fields show them with the outer one. */
export function withProblems(Control: ComponentType<ControlProps>): ComponentType<ControlProps> {
  return (props) => (
    <>
      <Control {...props} />
      {(props.parentIds ?? []).length === 0 && <Problems field={String(props.field.get('name'))} />}
    </>
  );
}
