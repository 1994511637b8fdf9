import {Fragment} from 'react';
import {issueUrl} from '../../content/feedback-link.ts';
import {useSiteFields} from '../use-site.ts';

interface Props {
  /** The numbers of the feedback that a change answers. */
  answers: readonly number[] | undefined;
}

/** Says that a change came of what readers wrote, with the way to their words. */
export function AfterFeedback({answers = []}: Props) {
  const {toolkit} = useSiteFields();
  if (answers.length === 0) return null;
  return (
    <>
      Changed after readers’ feedback:{' '}
      {answers.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && (index === answers.length - 1 ? ' and ' : ', ')}
          <a href={issueUrl(toolkit, number)}>
            number {number}
            <span className="visually-hidden"> on GitHub</span>
          </a>
        </Fragment>
      ))}
      .
    </>
  );
}
