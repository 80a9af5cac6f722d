import { z } from 'zod'
import { Clock, type Edit, type EditDraft, EditId, StationId } from '../edits/edit.ts'
import { validateDraft, validateEdit } from '../edits/validate-draft.ts'
import { TaskId } from './channel.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A place in the journal: the number of edits up to it and the hash of its last line. */
export const JournalPosition = z.strictObject({ count: z.int().nonnegative(), hash: Hash })
export type JournalPosition = z.infer<typeof JournalPosition>

/** What opening had to put right, told to the user once. */
export const JournalRepair = z.discriminatedUnion('kind', [
  /**
   * A last edit that is not whole: it was being written when the program ended, and was never reported as saved.
   * `kept`: the file in the journal folder that it was moved to. `unsure`: this PC cannot tell that it was not saved.
   */
  z.strictObject({
    kind: z.literal('torn-tail'),
    file: z.string(),
    bytes: z.int().positive(),
    kept: z.string().optional(),
    unsure: z.literal(true).optional(),
  }),
  /** Edits that had been saved are gone: an older copy of the folder is in place. */
  z.strictObject({ kind: z.literal('older-copy'), missing: z.int().positive() }),
  /** Folder copied, restored or moved to another PC: further edits carry a new station id. */
  z.strictObject({ kind: z.literal('new-station'), station: StationId }),
  /** A restore that was decided and not finished has been finished; the old data lies in the folder `aside`. */
  z.strictObject({ kind: z.literal('restored'), aside: z.string() }),
])
export type JournalRepair = z.infer<typeof JournalRepair>

/**
 * An edit of another station that was not taken up. `waiting`: something its author had seen is not here yet; `forked`:
 * another edit stands under its number, so one station was used on two PCs.
 */
export const Left = z.strictObject({ id: EditId, why: z.enum(['waiting', 'forked']) })
export type Left = z.infer<typeof Left>

/**
 * A station this data folder was written under before: `here`, on this PC (before a backup was restored); else on the
 * PC it was copied or moved from, or on one that shares it.
 */
export const EarlierStation = z.strictObject({ station: StationId, here: z.boolean() })
export type EarlierStation = z.infer<typeof EarlierStation>

/** One pass over a draft against the data dictionary, in place of a second schema. */
const CheckedDraft = z.custom<EditDraft>((value) => validateDraft(value).ok)
const CheckedEdit = z.custom<Edit>((value) => validateEdit(value).ok)

export const journalChannels = {
  /** Opens, or begins, the journal of the data folder. */
  'journal:open': {
    request: z.null(),
    reply: z.strictObject({
      journal: z.uuid(),
      station: StationId,
      head: JournalPosition,
      clock: Clock,
      /** The journal this folder held when last used, when it is gone and a new one was begun. */
      lost: z.uuid().nullable(),
      repairs: z.array(JournalRepair),
      /** The oldest first. */
      earlier: z.array(EarlierStation),
    }),
  },
  /** Edits after a place, at most about 2 MB at a time; `null` begins at the start. */
  'journal:read': {
    request: z.strictObject({ after: JournalPosition.nullable() }),
    reply: z.strictObject({ edits: z.array(CheckedEdit), next: JournalPosition, done: z.boolean() }),
  },
  /** 已保存 means: this has answered. The same draft committed twice has no second effect. */
  'journal:commit': {
    request: z.strictObject({ draft: CheckedDraft }),
    reply: z.strictObject({ id: EditId, prev: Hash.nullable(), head: JournalPosition }),
  },
  /** 检查台账日志: reads and proves every line from the disk; progress by task:progress, ended by task:cancel. */
  'journal:check': {
    request: z.strictObject({ task: TaskId }),
    reply: z.strictObject({
      edits: z.int().nonnegative(),
      segments: z.int().nonnegative(),
      /** Of the plain text. */
      bytes: z.int().nonnegative(),
      /** PCs that have made edits. */
      stations: z.int().nonnegative(),
    }),
  },
} as const
