/** What a redaction cannot reach, and what to do about each; `kept` is what this computer made of the words. */
export function whatRemains({repository, kept}: {repository: string; kept: readonly string[]}): string {
  return `Git history, forks, archives, search engines and copies that people saved still hold what was taken out:

1. Commit these changes and bring them to the main branch: until the site is deployed again, readers see the old one.
2. This computer: delete ${kept.length > 0 ? listPaths(kept) : 'what was built'}, and older e-mails in \`outbox\`; your shell's history and the logs in \`~/.npm/_logs\` hold your command.
3. Git history: in a fresh clone run \`git filter-repo --replace-text <file>\` (\`--invert-paths --path <file>\` for a whole file; the messages of commits with \`--replace-message\`), push all branches and tags by force, and have every clone made anew. Addresses that name a commit then change. https://github.com/newren/git-filter-repo
4. GitHub: open pull requests, caches and \`refs/pull/\` keep old commits. Ask GitHub Support to remove the references and cached views of ${repository}, and name the pull requests: https://support.github.com. Look through issues, comments, releases and the artefacts of runs yourself.
5. Forks: ask their owners to delete them, or tell GitHub Support what law says so; it does not rewrite forks by itself.
6. Search engines: ask for the old text to be dropped, after the site is deployed: https://search.google.com/search-console/remove-outdated-content and https://www.bing.com/webmasters/tools/contentremoval.
7. Archives: write to info@archive.org with the addresses and the reason, and to the UK Web Archive and the National Archives if they hold the site.
8. E-mails and downloads that readers have, nobody can take back: write to them if law asks for it.
`;
}

function listPaths(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(', ');
}
