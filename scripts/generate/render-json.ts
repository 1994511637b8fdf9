const LINE_WIDTH = 120;

/** JSON as this project's formatter writes it: objects over several lines, lists of plain values on one where they fit. */
export function renderJson(value: unknown, indent = '', keyWidth = 0): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.length > 0) {
    const oneLine = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    if (isPlain && indent.length + keyWidth + oneLine.length < LINE_WIDTH) return oneLine;
    return `[\n${value.map((item) => deeper + renderJson(item, deeper)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return '{}';
    const lines = entries.map(([key, item]) => {
      const start = `${JSON.stringify(key)}: `;
      return deeper + start + renderJson(item, deeper, start.length);
    });
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}
