import { z } from 'zod'
import { RecordType } from '../records/dictionary.ts'
import { RecordId } from '../records/values.ts'

/** A station is one PC with one journal; a restored or copied journal gets a new one (DESIGN.md 3). */
export const StationId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/)
export type StationId = z.infer<typeof StationId>

export const EditId = z.strictObject({ station: StationId, n: z.int().positive() })
export type EditId = z.infer<typeof EditId>

/** What an author's PC knew: for each station the number of its last edit taken up. */
export const Clock = z.record(StationId, z.int().nonnegative())
export type Clock = Readonly<Record<StationId, number>>

const Scalar = z.union([z.string().max(4000), z.number(), z.boolean()])

/** A register's value. `null` empties the field; a flat object is one element of a list field. */
export const FieldValue = z.union([Scalar, z.record(z.string().max(40), Scalar), z.null()])
export type FieldValue = z.infer<typeof FieldValue>

/** The register of 作废: set to `{ reason }`, emptied to restore. It conflicts with any concurrent edit of the record. */
export const VOID_FIELD = '$void'

/**
 * A register's name: a field, `list/<element key>`, `custom.<column id>`, or `$void`. Every element of a list is a
 * register of its own, so two PCs adding different firms to one activity do not collide.
 */
export const RegisterName = z.string().regex(/^(\$void|[A-Za-z][\w.-]{0,60}(\/[^/\p{Cc}]{1,120})?)$/u)

/** Writes to one record; `row` is the 1-based sheet row it came from, for 来源 in the history. */
export const WriteOperation = z.strictObject({
  record: RecordType,
  id: RecordId,
  set: z.record(RegisterName, FieldValue),
  row: z.int().positive().optional(),
})
export type WriteOperation = z.infer<typeof WriteOperation>

/** 合并: both ids are one record from now on; the smallest id of the class stands for it. */
export const SameOperation = z.strictObject({ record: RecordType, same: z.tuple([RecordId, RecordId]) })
export type SameOperation = z.infer<typeof SameOperation>

export const Operation = z.union([WriteOperation, SameOperation])
export type Operation = z.infer<typeof Operation>

/** Where an edit came from, told in the history and in the name of 撤销. */
export const Why = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed') }),
  z.strictObject({ kind: z.literal('pasted') }),
  z.strictObject({ kind: z.literal('imported'), file: z.string().max(200), sheet: z.string().max(100) }),
  z.strictObject({ kind: z.literal('undone') }),
  z.strictObject({ kind: z.literal('redone') }),
  z.strictObject({ kind: z.literal('restored') }),
  z.strictObject({ kind: z.literal('merged') }),
  z.strictObject({ kind: z.literal('recovered') }),
])
export type Why = z.infer<typeof Why>

/** What the author decides: one user action. The journal adds the id, `prev` and the chain. */
export const EditDraft = z.strictObject({
  /** Chosen by the author; committing the same draft twice has no second effect. */
  commit: z.uuid(),
  /** The author's clock when the action was made, own station included. */
  seen: Clock,
  /** ISO 8601 UTC; shown, never compared. */
  at: z.iso.datetime(),
  by: z.string().min(1).max(60),
  why: Why,
  /** The action in words, as 撤销 names it: 导入 120 家企业. */
  title: z.string().min(1).max(200),
  ops: z.array(Operation).min(1).optional(),
  /** Edits taken back; always seen ones. An edit has either `ops` or `retracts`. */
  retracts: z.array(EditId).min(1).optional(),
})
export type EditDraft = z.infer<typeof EditDraft>

/** One user action as it stands in the journal, for ever. */
export const Edit = EditDraft.extend({
  id: EditId,
  /** SHA-256 (hex) of this station's previous edit as it stands in the journal; null for its first. */
  prev: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Edit = z.infer<typeof Edit>
