import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { Verdict } from '#shared/bundle/verdict.ts'
import { BlockedReport } from '#shared/cli/report-output.ts'
import { FailedOutput } from '#shared/cli/signed-output.ts'
import { err } from '#shared/result.ts'
import { forge, plainManifest } from '#tests/support/bundle-forge.ts'
import { body, preparer, testKey, trust } from '#tests/support/bundle-vectors.ts'
import { type CliBench, cliBench, makeKeys, PJ, SAMPLES, withKey, workbook } from './cli-fixture.ts'

const CHINESE_SENTENCE = /[\u4e00-\u9fff].*。$/

/** Exit 1, a Chinese sentence in both places, and no file that was not there before. */
async function refusal(bench: CliBench, ...argv: string[]): Promise<string> {
  const before = bench.files()
  const { exit, out, err: told } = await bench.run(...argv, '--json')
  const { error } = FailedOutput.parse(JSON.parse(out.join('')))
  expect([exit, error.message, told]).toEqual([
    1,
    expect.stringMatching(CHINESE_SENTENCE),
    expect.stringMatching(/[\u4e00-\u9fff]/),
  ])
  expect(bench.files()).toEqual(before)
  return error.code
}

const report = (bench: CliBench, ...more: string[]) => [
  ...['report', ...SAMPLES, ...PJ, ...withKey(bench), '--out', bench.at('out'), ...more],
]

/** The list of firms with some cells changed. */
function changedList(bench: CliBench, change: (rows: unknown[][]) => void): string[] {
  const book = XLSX.read(readFileSync(workbook('enterprises-clean-120.xlsx')))
  const name = book.SheetNames[0] ?? ''
  const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 })
  change(rows)
  const made = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows), name)
  writeFileSync(bench.at('名单.xlsx'), XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }))
  const rest = [...PJ, ...withKey(bench), '--out', bench.at('out')]
  return ['report', '--enterprises', bench.at('名单.xlsx'), ...rest]
}

describe('a report is refused and nothing is written', () => {
  test('with a wrong passphrase', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    writeFileSync(bench.at('口令.txt'), '不对的口令一二三四五六')
    expect(await refusal(bench, ...report(bench))).toBe('key.wrong-passphrase')
  })

  test("with the reviewer's passphrase wrong, although the preparer's was right", async () => {
    const bench = cliBench()
    await makeKeys(bench)
    writeFileSync(bench.at('别的.txt'), '不对的口令一二三四五六')
    const second = ['--countersign', bench.at('k2.json'), '--passphrase-file2', bench.at('别的.txt')]
    expect(await refusal(bench, ...report(bench, ...second))).toBe('key.wrong-passphrase')
  })

  test('with a key of the wrong role or unit, or that is none', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const rest = [...SAMPLES, ...PJ, '--out', bench.at('out')]
    expect(await refusal(bench, 'report', ...rest, ...withKey(bench, 'k2.json'))).toBe('cli.wrong-role')
    expect(await refusal(bench, 'report', ...rest, ...withKey(bench, '口令.txt'))).toBe('key.not-a-key-file')
    const other = cliBench()
    await makeKeys(other, 'YY-430621')
    expect(await refusal(other, ...report(other))).toBe('bundle.key-of-other-unit')
  })

  test('with a wrong check digit in the list', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const argv = changedList(bench, (rows) => {
      const row = rows[1] ?? []
      const at = (rows[0] ?? []).indexOf('统一社会信用代码')
      const code = String(row[at])
      row[at] = `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`
    })
    expect(await refusal(bench, ...argv)).toBe('cli.rows-unsettled')
  })

  test('with the same firm twice', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const argv = changedList(bench, (rows) => rows.push([...(rows[1] ?? [])]))
    expect(await refusal(bench, ...argv)).toBe('cli.duplicate-rows')
  })

  test('with the list of another unit, or rows of other units among its own', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const said = async (...argv: string[]) => {
      const { exit, answer } = await bench.json('report', ...argv, '--out', bench.at('out'))
      expect(exit).toBe(1)
      return FailedOutput.parse(answer).error
    }
    const citywide = ['--enterprises', workbook('enterprises-citywide-130.xlsx')]
    const mixed = await said(...citywide, ...PJ, ...withKey(bench))
    expect(mixed.code).toBe('cli.rows-of-other-unit')
    expect(mixed.message).toContain('有 120 行的填报单位不是平江县（第 2、3、4、')
    const titled = changedList(bench, (rows) => {
      const at = (rows[0] ?? []).indexOf('填报单位')
      for (const row of rows) row.splice(at, 1)
      rows.unshift(['岳阳县2021年参与企业名单'])
    })
    expect((await said(...titled.slice(1, -2))).code).toBe('cli.list-of-other-unit')
    const other = cliBench()
    await makeKeys(other, 'YY-430621')
    const elsewhere = ['report', ...SAMPLES, '--unit', 'YY-430621', '--period', '2021Q3', ...withKey(other)]
    expect(await refusal(other, ...elsewhere, '--out', other.at('out'))).toBe('cli.rows-of-other-unit')
  })

  test('with a table of another kind as the list of firms', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const rest = [...PJ, ...withKey(bench), '--out', bench.at('out')]
    for (const file of ['patents-2021.xlsx', 'figures-2021Q3.xlsx', 'service-log-2021.xlsx'])
      expect(await refusal(bench, 'report', '--enterprises', workbook(file), ...rest)).toBe('cli.other-table')
  })

  test('with a negative amount', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const argv = changedList(bench, (rows) => {
      const row = rows[4] ?? []
      row[(rows[0] ?? []).indexOf('2020年研发费用（万元）')] = -5
    })
    const { exit, answer } = await bench.json(...argv)
    expect([exit, FailedOutput.parse(answer).error.message]).toEqual([
      1,
      expect.stringContaining('有 1 行需处理（第 5 行），例如：研发费用不能是负数（-5），请改正'),
    ])
  })

  test('with a row to settle in a companion, which is named', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const book = XLSX.read(readFileSync(workbook('patents-2021.xlsx')))
    const prior = book.Sheets.列入前情况 ?? {}
    prior.D5 = { t: 'n', v: -1 }
    writeFileSync(bench.at('专利.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
    const argv = report(bench).map((word) =>
      word.endsWith('patents-2021.xlsx') ? bench.at('专利.xlsx') : word,
    )
    const { exit, answer } = await bench.json(...argv)
    const { message } = FailedOutput.parse(answer).error
    expect([exit, message.slice(0, 60)]).toEqual([
      1,
      expect.stringMatching(/^“专利\.xlsx”有 1 行需处理（“列入前情况”第 5 行），例如：.*不能是负数/),
    ])
  })

  test('after a file that is of another unit, damaged, or changed', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const following = (bytes: Uint8Array) => {
      writeFileSync(bench.at('上一份.pbz.json'), bytes)
      return refusal(bench, ...report(bench, '--previous', bench.at('上一份.pbz.json')))
    }
    const neighbour = testKey('foreign', '邻县填报人', 'preparer', 'YY-430621')
    const { kid, jwk, person, role } = neighbour.public
    const change = { from: 'YY-430621', signers: [{ kid, jwk, person, role }] }
    const bodyText = JSON.stringify({ ...body, unit: { ...body.unit, unit: 'YY-430621' } })
    const foreign = forge({ manifest: change, bodyText, signers: [{ key: neighbour }] })
    expect(await following(foreign)).toBe('cli.previous-of-other-unit')
    const good = forge().toString('utf8')
    expect(await following(Buffer.from(good.replace('示例新材料', '示例旧材料')))).toBe('bundle.body-digest')
    const signature = /"signature":"(.)/
    const changed = good.replace(signature, (_, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`)
    expect(await following(Buffer.from(changed))).toBe('bundle.signature-bad')
    expect(await following(forge({ signers: [{ key: neighbour }] }))).toBe('bundle.key-missing')
    expect(await following(Buffer.alloc(0))).toBe('bundle.empty')
    expect(await following(Buffer.from(good.slice(0, 3)))).toBe('bundle.damaged')
  })

  test('with no firm in the list: the check list is part of the answer', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const argv = changedList(bench, (rows) => {
      const at = (rows[0] ?? []).indexOf('参与年度')
      for (const row of rows.slice(1)) row[at] = 2020
    })
    const before = bench.files()
    const { exit, answer } = await bench.json(...argv)
    const { error, findings } = BlockedReport.parse(answer)
    expect([exit, error.code, findings.map(({ kind }) => kind)]).toEqual([
      1,
      'cli.blocked',
      ['empty-list', 'empty-form1', 'no-activity'],
    ])
    expect(bench.files()).toEqual(before)
  })

  test('with an input that is missing or not a workbook', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const rest = [...PJ, ...withKey(bench), '--out', bench.at('out')]
    expect(await refusal(bench, 'report', '--enterprises', bench.at('没有.xlsx'), ...rest)).toBe(
      'file.not-found',
    )
    expect(await refusal(bench, 'report', '--enterprises', bench.at('k1.json'), ...rest)).toBe(
      'workbook.not-a-workbook',
    )
  })

  test.each([
    ['read-only', 'EROFS', 'file.read-only'],
    ['full', 'ENOSPC', 'file.disk-full'],
    ['gone half way', 'ENODEV', 'file.vanished'],
  ])('when the target is %s', async (_, code, expected) => {
    let files = 0
    const bench = cliBench({
      fs: {
        ...nodeFileSystem,
        createNew: async (path) => {
          // The second file of the folder fails, when the first already lies there; keys are written before.
          if (path.includes('.tmp/') && ++files === 2) throw Object.assign(new Error(code), { code })
          return nodeFileSystem.createNew(path)
        },
      },
    })
    await makeKeys(bench)
    expect(await refusal(bench, ...report(bench))).toBe(expected)
    expect(files).toBe(2)
  })

  test('when the target cannot be made, or the folder is there already', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const argv = ['report', ...SAMPLES, ...PJ, ...withKey(bench)]
    expect(await refusal(bench, ...argv, '--out', bench.at('没有/更没有'))).toBe('file.folder-missing')
    expect(await refusal(bench, ...argv, '--out', bench.at('k1.json'))).toBe('file.not-a-folder')
    expect(await refusal(bench, ...argv, '--out', bench.at('k1.json/out'))).toBe('file.not-a-folder')
    mkdirSync(bench.at('out/平江县_2021年三季度_报送材料'), { recursive: true })
    expect(await refusal(bench, ...argv, '--out', bench.at('out'))).toBe('file.already-exists')
  })

  test('when the PDF fails: no half folder', async () => {
    const bench = cliBench({
      toPdf: async () => err({ code: 'cli.pdf-unavailable', missing: ' Chromium 浏览器' }),
    })
    await makeKeys(bench)
    expect(await refusal(bench, ...report(bench, '--pdf'))).toBe('cli.pdf-unavailable')
  })
})

describe('keys', () => {
  test('a folder that is missing is told as such, for a key and for a countersigned file', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const made = ['keygen', '--name', '王示例', '--role', 'preparer', '--unit', 'YY-430626']
    const pass = ['--passphrase-file', bench.at('口令.txt')]
    const key = (out: string) => refusal(bench, ...made, ...pass, '--out', bench.at(out))
    expect(await key('没有/更没有/k.json')).toBe('file.folder-missing')
    expect(await key('口令.txt/k.json')).toBe('file.not-a-folder')
    writeFileSync(bench.at('x.pbz.json'), forge())
    const sign = ['countersign', bench.at('x.pbz.json'), ...withKey(bench, 'k2.json')]
    expect(await refusal(bench, ...sign, '--out', bench.at('没有/y.json'))).toBe('file.folder-missing')
  })

  test('a sentence about a key says which', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    writeFileSync(bench.at('别的.txt'), '不对的口令一二三四五六')
    const second = ['--countersign', bench.at('k2.json'), '--passphrase-file2', bench.at('别的.txt')]
    const wrong = await bench.run(...report(bench, ...second))
    expect(wrong.err).toMatch(/^“k2\.json”：口令不对/)
    const none = await bench.run('pubkey', bench.at('口令.txt'))
    expect(none.err).toMatch(/^“口令\.txt”：这不是本程序的密钥文件/)
  })

  test('spaces are no passphrase, and those around a name no part of it', async () => {
    const bench = cliBench()
    const argv = ['keygen', '--name', ' 张三 ', '--role', 'preparer', '--unit', 'YY-430626']
    const rest = ['--out', bench.at('k.json'), '--passphrase-file', bench.at('口令.txt')]
    const { answer } = await bench.json(...argv, ...rest)
    expect(answer).toMatchObject({ person: '张三' })
    writeFileSync(bench.at('口令.txt'), '          ')
    const spaces = ['--out', bench.at('k3.json'), '--passphrase-file', bench.at('口令.txt')]
    expect(await refusal(bench, ...argv, ...spaces)).toBe('key.passphrase-short')
  })

  test('a short passphrase makes no key, and no key is overwritten', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    const before = readFileSync(bench.at('k1.json'))
    const argv = ['keygen', '--name', '王示例', '--role', 'preparer', '--unit', 'YY-430626']
    const again = [...argv, '--out', bench.at('k1.json'), '--passphrase-file', bench.at('口令.txt')]
    expect(await refusal(bench, ...again)).toBe('cli.file-exists')
    expect(readFileSync(bench.at('k1.json'))).toEqual(before)
    writeFileSync(bench.at('口令.txt'), '太短')
    const short = [...argv, '--out', bench.at('k3.json'), '--passphrase-file', bench.at('口令.txt')]
    expect(await refusal(bench, ...short)).toBe('key.passphrase-short')
  })
})

describe('verify rejects', () => {
  const flipped = (share: number) => {
    const file = forge()
    const at = Math.floor(file.length * share)
    file[at] = (file[at] ?? 0) ^ 1
    return file
  }
  test.each([
    ['a bit flipped near the beginning', flipped(0.01)],
    ['a bit flipped in the manifest', flipped(0.2)],
    ['a bit flipped in the body', flipped(0.8)],
    ['a bit flipped at the end', flipped(0.9999)],
    ['a file without a signature', forge({ signers: [] })],
    ['a doubled signature', forge({ signers: [{ key: preparer }, { key: preparer }] })],
    ['alg none', forge({ signers: [{ key: preparer, header: { alg: 'none' } }] })],
    ['alg HS256', forge({ signers: [{ key: preparer, header: { alg: 'HS256' } }] })],
    ['an unknown kind', forge({ manifest: plainManifest({ kind: 'gift' }) })],
    ['a newer format', forge({ file: { format: 'pbz-2' } })],
    ['something else', Buffer.from('不是签名文件')],
  ])('%s', async (_, bytes) => {
    const bench = cliBench()
    writeFileSync(bench.at('x(1).pbz.json'), bytes)
    writeFileSync(bench.at('trust.json'), JSON.stringify(trust))
    const before = bench.files()
    const {
      exit,
      out,
      err: told,
    } = await bench.run(...['verify', bench.at('x(1).pbz.json'), '--trust', bench.at('trust.json'), '--json'])
    expect([exit, JSON.parse(out.join('')).outcome]).toEqual([1, 'rejected'])
    expect(told).toMatch(/^“x\(1\)\.pbz\.json”：验证不通过：.*[\u4e00-\u9fff]/)
    expect(bench.files()).toEqual(before)
  })

  test.each([
    ['enrolled in another county', true, 'rejected', '登记在岳阳县，不能为平江县签名'],
    ['enrolled nowhere', false, 'pending-enrolment', '未登记，公钥也没有随文件携带'],
  ])('a foreign signature of a key %s', async (_, isEnrolled, outcome, sentence) => {
    const foreign = testKey('foreign', '邻县填报人', 'preparer', 'YY-430621')
    const bench = cliBench()
    writeFileSync(bench.at('x.pbz.json'), forge({ signers: [{ key: preparer }, { key: foreign }] }))
    const keys = isEnrolled ? [...trust.keys, foreign.public] : trust.keys
    writeFileSync(bench.at('trust.json'), JSON.stringify({ ...trust, keys }))
    const argv = ['verify', bench.at('x.pbz.json'), '--trust', bench.at('trust.json')]
    const { exit, answer } = await bench.json(...argv)
    const verdict = Verdict.parse(answer)
    expect([exit, verdict.outcome]).toEqual([1, outcome])
    expect(verdict.summary).toContain(sentence)
  })

  test('a renamed copy of a good file is accepted', async () => {
    const bench = cliBench()
    writeFileSync(bench.at('x(1).pbz.json'), forge())
    writeFileSync(bench.at('trust.json'), JSON.stringify(trust))
    const verified = await bench.run('verify', bench.at('x(1).pbz.json'), '--trust', bench.at('trust.json'))
    expect([verified.exit, verified.err]).toEqual([0, ''])
  })

  test('a trust list that is none is an error of its own', async () => {
    const bench = cliBench()
    writeFileSync(bench.at('x.pbz.json'), forge())
    const argv = ['verify', bench.at('x.pbz.json'), '--trust', bench.at('口令.txt')]
    expect(await refusal(bench, ...argv)).toBe('bundle.trust-invalid')
  })

  test('countersign refuses a changed file, inspect one that is none', async () => {
    const bench = cliBench()
    await makeKeys(bench)
    writeFileSync(bench.at('x.pbz.json'), forge().toString('utf8').replace('示例新材料', '示例旧材料'))
    const argv = [
      'countersign',
      bench.at('x.pbz.json'),
      ...withKey(bench, 'k2.json'),
      '--out',
      bench.at('y.json'),
    ]
    expect(await refusal(bench, ...argv)).toBe('bundle.body-digest')
    expect(await refusal(bench, 'inspect', bench.at('口令.txt'))).toBe('bundle.not-a-bundle')
  })
})
