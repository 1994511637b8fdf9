declare module '@generated/route-components' {
  const components: Readonly<Record<string, import('react').ComponentType>>;
  // biome-ignore lint/style/noDefaultExport: Docusaurus imports it so.
  export default components;
}
declare module '@toolkit/site-context' {
  export const Context: import('react').Context<import('./rendering.ts').SiteValue>;
}
declare module '@toolkit/route-context' {
  export const RouteContextProvider: import('react').ComponentType<{
    value: object | undefined;
    children: import('react').ReactNode;
  }>;
}
declare module '@toolkit/site-metadata' {
  const SiteMetadataDefaults: import('react').ComponentType;
  // biome-ignore lint/style/noDefaultExport: Docusaurus imports it so.
  export default SiteMetadataDefaults;
}
declare module '@generated/feature-parts' {
  /** By the name of the feature. */
  const parts: Readonly<Record<string, import('../../components/Slot/Slot.tsx').Parts>>;
  // biome-ignore lint/style/noDefaultExport: it is generated like the module above.
  export default parts;
}
