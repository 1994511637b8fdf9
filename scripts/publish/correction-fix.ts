/** What to do about an update that cannot be taken back. */
export function correctionFix(slug: string): string {
  return `Write a correction instead: \`blog/_pending/correction-to-${slug}.md\` with \`kind: correction\` and \`corrects: ${slug}\`, then run \`npm run publish\`.`;
}
