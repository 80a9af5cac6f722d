import { expect, test } from 'vitest'
import { writeHandoverFolder } from '#main/bundles/handover-folder.ts'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import { reportPeriod } from '#shared/indicators/report-period.ts'
import { quarterSet } from '#shared/report/quarter-set.ts'
import { err, ok } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { body, countersigned, mustBeOk, signedReport } from '#tests/support/bundle-vectors.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const FOLDER = '/u盘/平江县_2021年三季度_报送材料'
const period = reportPeriod('2021Q3')
if (period === null) throw new Error('2021Q3 is a period')
const quarter = period

async function request(supersedes: string | null = null) {
  const signed = await countersigned(await signedReport())
  const options = { profile: body.unit, today: '2021-10-08', watermark: null, code: signed.code }
  const { sheets, context } = quarterSet(plainRecords({}), builtInPack(), quarter, options)
  return {
    signed,
    request: { parent: '/u盘', unitName: '平江县', signed: signed.bytes, sheets, context, supersedes },
  }
}

const pdfOf = (bytes: number) => async () => ok(new Uint8Array(bytes))

test('everything lies in one folder, the signed file byte for byte under its ASCII name', async () => {
  const fs = new FaultyFileSystem('/u盘')
  const made = await request('YY-430626_2021Q3_0000.pbz.json')
  const folder = mustBeOk(await writeHandoverFolder(fs, made.request, pdfOf(1000)))
  const files = [...fs.files].map(([path, bytes]) => ({
    name: path.replace(`${FOLDER}/`, ''),
    bytes: bytes.length,
  }))
  expect(folder.files).toEqual(files)
  expect(files.map(({ name }) => name)).toEqual([
    'YY-430626_2021Q3_0001.pbz.json',
    '平江县_2021年三季度_报表.xlsx',
    '平江县_2021年三季度_报表.pdf',
    '平江县_2021年三季度_报送交接单.xlsx',
    '平江县_2021年三季度_报送交接单.pdf',
    '平江县_2021年三季度_邮件文字.txt',
  ])
  expect(Buffer.from(fs.files.get(`${FOLDER}/YY-430626_2021Q3_0001.pbz.json`) ?? [])).toEqual(
    Buffer.from(made.signed.bytes),
  )
  expect([folder.path, folder.bytes, folder.splitHint]).toEqual([
    FOLDER,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
    null,
  ])
})

test('the 交接单 names file, signers, counts, attachments and what is replaced, and carries code and QR', async () => {
  const made = await request('YY-430626_2021Q3_0000.pbz.json')
  const { cover } = mustBeOk(
    await writeHandoverFolder(new FaultyFileSystem('/u盘'), made.request, pdfOf(1000)),
  )
  const lines = cover.rows.map(({ cells }) => cells.slice(1).map((cell) => cell ?? '—'))
  expect(lines).toEqual([
    ['报送文件', 'YY-430626_2021Q3_0001.pbz.json', '第1号'],
    ['替代文件', 'YY-430626_2021Q3_0000.pbz.json', '原文件作废'],
    ['校验签名', '测试填报人（填报人）', '2021年10月8日'],
    ['审核签名', '测试审核人（审核人）', '2021年10月8日'],
    ['企业联系方式', '未随文件报送', ''],
    ['企业', '1家', ''],
    ['年度名单', '1家', ''],
    ['发明专利', '1件', ''],
    ['企业数据', '1条', ''],
    ['服务活动', '1项', ''],
    ['实施方案', '0份', ''],
    ['随附材料', '平江县_2021年三季度_报表.xlsx', expect.stringMatching(/ KB$/)],
    ['随附材料', '平江县_2021年三季度_报表.pdf', '1 KB'],
  ])
  expect(cover.code).toBe(made.signed.code)
  expect(cover.qr).toContain(made.signed.identity)
})

test('without PDFs the folder has tables only, readable by anybody', async () => {
  const fs = new FaultyFileSystem('/u盘')
  const { files } = mustBeOk(await writeHandoverFolder(fs, (await request()).request, null))
  expect(files.filter(({ name }) => name.endsWith('.pdf'))).toEqual([])
  const forms = parseWorkbook(
    'a.xlsx',
    fs.files.get(`${FOLDER}/平江县_2021年三季度_报表.xlsx`) ?? new Uint8Array(),
  )
  expect(mustBeOk(forms).sheets.map(({ sheet }) => sheet)).toHaveLength(3)
})

test('a folder of 试用 says so in its mail and first of all in every table', async () => {
  const fs = new FaultyFileSystem('/u盘')
  const { request: real } = await request()
  const profile = { ...body.unit, unit: 'YY-DEMO' }
  const trial = { profile, today: '2021-10-08', watermark: '试用数据', code: real.context.code } as const
  const { sheets, context } = quarterSet(plainRecords({}), builtInPack(), quarter, trial)
  const { mail } = mustBeOk(await writeHandoverFolder(fs, { ...real, sheets, context }, null))
  expect(mail).toMatch(/^【试用数据】/)
  for (const name of ['报表', '报送交接单']) {
    const bytes = fs.files.get(`${FOLDER}/平江县_2021年三季度_${name}.xlsx`) ?? new Uint8Array()
    const { sheets: tables } = mustBeOk(parseWorkbook('a.xlsx', bytes))
    expect(tables.map(({ rows }) => rows[0]?.[0])).toEqual(tables.map(() => '【试用数据】'))
  }
})

test('above 10 MB a sentence says how to split it', async () => {
  const fs = new FaultyFileSystem('/u盘')
  const { splitHint } = mustBeOk(await writeHandoverFolder(fs, (await request()).request, pdfOf(6_000_000)))
  expect(splitHint).toMatch(/^报送材料共 11\.\d MB/)
})

test('a failed PDF or a pulled stick leaves nothing', async () => {
  const failed = new FaultyFileSystem('/u盘')
  const { request: wanted } = await request()
  const error = { code: 'print.too-slow' } as const
  expect(await writeHandoverFolder(failed, wanted, async () => err(error))).toEqual({ ok: false, error })
  const pulled = new FaultyFileSystem('/u盘')
  pulled.failAt('write', 'ENODEV', 3)
  expect(await writeHandoverFolder(pulled, wanted, null)).toEqual({
    ok: false,
    error: { code: 'file.vanished', folder: 'u盘' },
  })
  expect([failed.files.size, pulled.files.size]).toEqual([0, 0])
})
