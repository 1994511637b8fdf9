/** The widths and colour schemes in which pages are looked at. */
export const VIEWS = [
  {view: 'phone, light', width: 360, height: 740, colorScheme: 'light'},
  {view: 'phone, dark', width: 360, height: 740, colorScheme: 'dark'},
  {view: 'desktop, light', width: 1280, height: 900, colorScheme: 'light'},
  {view: 'desktop, dark', width: 1280, height: 900, colorScheme: 'dark'},
] as const;
