import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {once} from '../content/memo.ts';
import {GENERATED_PAGES, MANUAL_COPY, MANUAL_FOLDER} from '../content/pages/generated-pages.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';
import type {SourceFile} from '../content/toolkit.ts';
import {PACKAGE_ROOT} from './package-root.ts';
import {readFiles} from './read-files.ts';

const WORD_RE = /\{\{(\w+)\}\}/g;

type ManualSettings = Pick<ToolkitConfig, 'manual' | 'case_studies' | 'host' | 'repository' | 'licence' | 'owners'> & {
  vocabularies: object;
};

const templates = once(() => readFiles(PACKAGE_ROOT, [MANUAL_FOLDER], () => true).files);

/** The engine's manual in the words of a toolkit, as files of its handbook. */
export function readManual(settings: ManualSettings): SourceFile[] {
  const {manual, case_studies, host, repository, licence, owners, vocabularies} = settings;
  if (!manual) return [];
  const words: Readonly<Record<string, string>> = {
    repositoryName: repository.split('/')[1] ?? '',
    licence: licence?.name ?? '',
    licenceUrl: licence?.url ?? '',
    // No key of the configuration names who looks after the manual: the last role does.
    owner: owners.at(-1)?.id ?? '',
  };
  const absent = [
    ...(case_studies ? [] : [GENERATED_PAGES.proposals, GENERATED_PAGES.acceptanceCriteria]),
    // They are about a repository, its forms and its pull requests.
    ...(host === 'none' ? [GENERATED_PAGES.proposals, 'handbook/contribute/be-an-editor'] : []),
    ...(Object.keys(vocabularies).length > 0 ? [] : [GENERATED_PAGES.vocabularies]),
  ];
  const names = absent.map((id) => path.basename(id)).join('|');
  const toAbsent = new RegExp(`\\[([^\\]]*)\\]\\((?:[^()]*/)?(?:${names})(?:\\.md|/)[^()]*\\)`, 'g');
  // Without a licence nothing is said about one.
  const said = (text: string) => (licence ? text : text.replace(/^.*\{\{licence.*\n+/gm, ''));
  const fill = (text: string) => said(text).replace(WORD_RE, (_, word: string) => words[word] ?? '');
  // A link to a page that this toolkit does not have becomes its text.
  const keepLinks = (text: string) => (absent.length === 0 ? text : text.replace(toAbsent, '$1'));
  return templates()
    .map(({path: file, bytes}) => ({
      path: file.replace(MANUAL_FOLDER, 'handbook'),
      bytes: file.endsWith('.md') ? Buffer.from(keepLinks(fill(new TextDecoder().decode(bytes)))) : bytes,
      isManual: true,
    }))
    .filter((file) => !absent.some((id) => file.path === `${id}.md`));
}

/** Writes the manual for Docusaurus, which reads pages only from a folder of the site. */
export function copyManual(siteDir: string, settings: ManualSettings): void {
  const folder = path.join(siteDir, MANUAL_COPY);
  rmSync(folder, {recursive: true, force: true});
  for (const file of readManual(settings)) {
    const target = path.join(folder, path.relative('handbook', file.path));
    mkdirSync(path.dirname(target), {recursive: true});
    writeFileSync(target, file.bytes);
  }
}
