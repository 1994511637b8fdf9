import {z} from 'zod';
import {readJson} from '../../content/files/read-json.ts';
import {PUBLISHED_FOLDER} from '../../content/records/published-files.ts';
import {daySchema} from '../../content/schemas/day-schema.ts';

/** What undoing an update needs: it is written with the update. */
const undoRecordSchema = z.strictObject({
  schema: z.literal(1),
  /** The files that publishing replaced or removed, as they were; a record names no others. */
  before: z.record(z.string().regex(/^(blog\/_pending\/[^/]+\.md|versions\.json)$/), z.string()),
  /** The notes that waited in pages, by page id; later they are written into the page as it is then. */
  waiting: z.record(z.string(), z.array(z.unknown())).optional(),
  /** The records of addresses that publishing wrote, as they were; `null` where there was none. */
  addresses: z.record(z.string().regex(/^ledgers\/addresses\/.+\.json$/), z.string().nullable()).optional(),
  /** The day of the launch, if publishing wrote it to the configuration. */
  launched: daySchema.optional(),
  /** The records of earlier updates that publishing wrote, because they had none. */
  recorded: z.array(z.string().regex(/^blog\/_published\/[^/]+\.json$/)).optional(),
  /** The editions that existed before it was published. */
  editions: z.array(z.string()),
});

export type UndoRecord = z.infer<typeof undoRecordSchema>;

/** The record is next to the folder of the update's texts, which contains only pages. */
export function undoRecordFile(slug: string): string {
  return `${PUBLISHED_FOLDER}/${slug}.before.json`;
}

/** Reads a record; `undefined` if it is broken. */
export function readUndoRecord(text: string): UndoRecord | undefined {
  return readJson(text, undoRecordSchema);
}
