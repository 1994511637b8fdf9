/**
 * What Docusaurus asks for each page: it runs in the process that loaded the plugin, whose renderer holds the content
 * in memory and returns whole pages.
 */
// biome-ignore lint/style/noDefaultExport: Docusaurus calls the default export.
export default async function render({pathname}: {pathname: string}) {
  const internal = {htmlAttributes: '', bodyAttributes: '', title: '', meta: '', link: '', script: ''};
  const metadata = {internal, public: {noIndex: false}, helmet: null};
  const html = await globalThis.renderToolkitPage(pathname);
  return {html, collectedData: {metadata, anchors: [], links: [], modules: []}};
}
