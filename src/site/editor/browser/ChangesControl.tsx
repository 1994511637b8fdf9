import type {ControlProps, Immutable} from 'decap-cms-app';
import {type ComponentType, useEffect, useReducer} from 'react';
import {entryChanges} from '../../../intake/editor/entry-changes.ts';
import type {Entry, EntryShape} from '../../../intake/editor/entry-file.ts';

/** A field that lists the changes of the page: to tick those that the note describes, or to say why it does not. */
export function changesControl(shapes: Readonly<Record<string, EntryShape>>): ComponentType<ControlProps> {
  return ({getEntry, collection, field, forID, classNameWrapper, onChange}) => {
    useTyping();
    const shape = shapes[String(collection.get('name'))] ?? {keys: [], sections: undefined};
    const data = (getEntry().get('data') as Immutable).toJS() as Entry;
    const {changes, covers, not_told: notTold} = entryChanges(data, shape);
    const isReasons = field.get('name') === 'not_told';
    const shown = isReasons ? changes.filter((id) => !covers.includes(id)) : changes;
    const tick = (id: string, isTicked: boolean) =>
      onChange([...covers.filter((one) => one !== id), ...(isTicked ? [id] : [])]);
    const explain = (id: string, why: string) =>
      onChange([...notTold.filter(({change}) => change !== id), ...(why ? [{change: id, why}] : [])]);
    return (
      <fieldset id={forID} className={`${classNameWrapper} editor-changes`}>
        <legend>{String(field.get('label'))}</legend>
        {shown.length === 0 && <p>None so far.</p>}
        {shown.map((id) =>
          isReasons ? (
            <label key={id}>
              {id}
              <input
                value={notTold.find(({change}) => change === id)?.why ?? ''}
                placeholder="Why readers do not need to know"
                onChange={({target}) => explain(id, target.value)}
              />
            </label>
          ) : (
            <label key={id}>
              <input type="checkbox" checked={covers.includes(id)} onChange={({target}) => tick(id, target.checked)} />
              {id}
            </label>
          ),
        )}
      </fieldset>
    );
  };
}

/** Shows a field again after each input: Decap CMS does so only for the field that changed. */
function useTyping(): void {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const later = () => requestAnimationFrame(refresh);
    document.addEventListener('input', later);
    return () => document.removeEventListener('input', later);
  }, []);
}
