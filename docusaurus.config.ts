import {toolkitPlugins, toolkitPreset, toolkitSite} from 'good-practice-toolkit/site';

export default {
  // Title, address, language and colours follow from `toolkit.config.ts`.
  ...toolkitSite(__dirname),
  // The options of Docusaurus' classic preset go here: `toolkitPreset(__dirname, {docs: {remarkPlugins: []}})`.
  presets: [toolkitPreset(__dirname)],
  plugins: [...toolkitPlugins(__dirname)],
};
