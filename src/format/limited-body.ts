/** GitHub rejects longer ones: "body is too long (maximum is 65536 characters)". */
const MAX_BODY = 65_536;

/** Kept free for the blocks at the end, such as how many were left out. */
const ROOM_FOR_END = 1000;

/** The Markdown of an issue, comment or pull request, built block by block within GitHub's limit. */
export interface LimitedBody {
  /** Adds blocks together; once some do not fit, all later ones are left out. Returns whether they were added. */
  add(...blocks: readonly string[]): boolean;
  render(...end: readonly string[]): string;
}

export function limitedBody(...opening: readonly string[]): LimitedBody {
  const parts = [...opening];
  let room = MAX_BODY - ROOM_FOR_END - parts.join('\n\n').length;
  return {
    add: (...blocks) => {
      if (room >= 0) room -= blocks.reduce((sum, block) => sum + block.length + 2, 0);
      if (room >= 0) parts.push(...blocks);
      return room >= 0;
    },
    render: (...end) => `${[...parts, ...end].join('\n\n')}\n`,
  };
}
