/** The file that commands for one issue are told to read. */
export const ISSUE_FILE = 'issue.json';

/** What saves an issue as that file, in a literal. */
export function saveIssue(number: number): string {
  return `\`gh issue view ${number} --json number,title,body,state,createdAt,labels > ${ISSUE_FILE}\``;
}
