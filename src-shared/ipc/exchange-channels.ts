import { z } from 'zod'
import { KeyId, UnitCode } from '../bundle/public-key.ts'
import { Problem } from '../bundle/verdict.ts'
import { type Edit, StationId } from '../edits/edit.ts'
import { validateEdit } from '../edits/validate-draft.ts'
import { StationName } from '../exchange/exchange-body.ts'
import { FileRef, FileToken } from './channel.ts'
import { JournalPosition, Left } from './journal-channels.ts'

/** Stands for verified edits that the main process holds: the window cannot make one up. */
export const BatchToken = z.uuid().brand<'BatchToken'>()
export type BatchToken = z.infer<typeof BatchToken>

const CheckedEdit = z.custom<Edit>((value) => validateEdit(value).ok)

/** Another PC as the screen lists it; `new`: nobody has compared its code yet. */
export const OtherPc = z.strictObject({
  kid: KeyId,
  station: StationId,
  name: StationName,
  /** 30-digit code of its key, to compare with the one on its own screen. */
  code: z.string(),
  standing: z.enum(['new', 'accepted', 'refused']),
  /** Name of a PC known under the same station with another key; null: none. */
  replaces: z.string().nullable(),
  /** Number and time of its newest file; 0 and null before the first. */
  lastSeq: z.int().nonnegative(),
  lastAt: z.string().nullable(),
  /** 待合并: edits brought and not taken up. */
  waiting: z.int().nonnegative(),
  /** Of these, edits of further stations it brings, which come in only when somebody has looked at them. */
  asking: z.int().nonnegative(),
  /** Names of accepted PCs whose edits are among those: they are expected from these PCs themselves. */
  carried: z.array(z.string()),
  /** True when some wait for edits that have not come yet. */
  stuck: z.boolean(),
  problem: Problem.nullable(),
})
export type OtherPc = z.infer<typeof OtherPc>

/** 同步 as it stands. */
export const ExchangeStatus = z.strictObject({
  me: z.strictObject({
    station: StationId,
    name: StationName,
    /** The name Windows gives the PC, proposed while none was typed. */
    hostName: z.string(),
    /** null while there is no usable key. */
    code: z.string().nullable(),
    problem: Problem.nullable(),
  }),
  /** The shared folder; null: none chosen. */
  folder: FileRef.nullable(),
  /** Why the folder cannot be used just now. */
  folderProblem: Problem.nullable(),
  /** When this PC last looked into the folder; null: not yet. */
  lookedAt: z.string().nullable(),
  askEach: z.boolean(),
  pcs: z.array(OtherPc),
  /** Files in the folder that cannot be read after several tries. */
  unreadable: z.array(z.strictObject({ name: z.string(), title: z.string(), advice: z.string() })),
  /** Oldest first. */
  batches: z.array(
    z.strictObject({
      batch: z.string(),
      at: z.string(),
      kid: KeyId,
      name: z.string(),
      edits: z.int().nonnegative(),
      conflicts: z.int().nonnegative().nullable(),
    }),
  ),
})
export type ExchangeStatus = z.infer<typeof ExchangeStatus>

const OfUnit = z.strictObject({ unit: UnitCode })

export const exchangeChannels = {
  /** Makes the station's key when there was none. */
  'exchange:status': { request: OfUnit, reply: ExchangeStatus },
  /** Writes what the shared folder lacks of this PC and reads what the others have brought. */
  'exchange:sync': { request: OfUnit, reply: ExchangeStatus },
  /** Edits that come by themselves; null: nothing to take up now. */
  'exchange:next': {
    request: OfUnit,
    reply: z.strictObject({ batch: BatchToken, kid: KeyId, name: StationName }).nullable(),
  },
  /** What a PC has brought, to be looked at before it is taken up. */
  'exchange:preview': {
    request: OfUnit.extend({ kid: KeyId }),
    reply: z.strictObject({ batch: BatchToken, name: StationName, edits: z.array(CheckedEdit) }),
  },
  /**
   * Writes a batch to the journal: all of it that is ready or nothing. `edits` are those written, in that order and in
   * the words of today's dictionary.
   */
  'exchange:take-up': {
    request: z.strictObject({ batch: BatchToken }),
    reply: z.strictObject({ edits: z.array(CheckedEdit), left: z.array(Left), head: JournalPosition }),
  },
  /** How many 待核对 came with a batch, for the list. */
  'exchange:note': {
    request: z.strictObject({ batch: BatchToken, conflicts: z.int().nonnegative() }),
    reply: z.null(),
  },
  /** `accepted` also for the further stations it brings that have no accepted key of their own; `forgotten` asks again with its next file. */
  'exchange:judge': {
    request: OfUnit.extend({ kid: KeyId, standing: z.enum(['accepted', 'refused', 'forgotten']) }),
    reply: z.null(),
  },
  /** Token of a picked folder, or null to leave the shared folder. */
  'exchange:choose-folder': { request: OfUnit.extend({ token: FileToken.nullable() }), reply: z.null() },
  'exchange:settings': {
    request: OfUnit.extend({ name: StationName.nullable().optional(), askEach: z.boolean().optional() }),
    reply: z.null(),
  },
  /** 导出同步文件 into a picked folder. `all`: with what was taken up from other PCs. */
  'exchange:export': {
    request: OfUnit.extend({ token: FileToken, all: z.boolean() }),
    reply: z.strictObject({
      files: z.int().positive(),
      edits: z.int().positive(),
      folder: FileRef,
    }),
  },
  /** 导入同步文件: each file is kept, or refused in words. */
  'exchange:import': {
    request: OfUnit.extend({ tokens: z.array(FileToken).min(1).max(200) }),
    reply: z.array(z.strictObject({ name: z.string(), problem: Problem.nullable() })),
  },
  /** 重新生成密钥: the other PCs ask again. */
  'exchange:renew-key': { request: OfUnit, reply: z.null() },
  /** 给本机换编号: the journal must be opened again afterwards. */
  'exchange:renew-station': { request: z.null(), reply: z.null() },
} as const
