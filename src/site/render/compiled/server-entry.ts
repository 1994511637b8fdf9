/**
 * What Docusaurus calls for each page: it runs in the process that loaded the plugin, whose renderer holds the content
 * in memory. The plugin writes the page after the build, so Docusaurus gets an empty one.
 */
// biome-ignore lint/style/noDefaultExport: Docusaurus calls the default export.
export default async function render({pathname}: {pathname: string}) {
  await globalThis.renderToolkitPage(pathname);
  const internal = {htmlAttributes: '', bodyAttributes: '', title: '', meta: '', link: '', script: ''};
  const metadata = {internal, public: {noIndex: false}, helmet: null};
  return {html: '', collectedData: {metadata, anchors: [], links: [], modules: []}};
}
