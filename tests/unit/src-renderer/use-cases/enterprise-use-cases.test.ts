import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { voidedEntries } from '#renderer/features/enterprises/voided-entries.ts'
import {
  createCustomColumn,
  renameCustomColumn,
  restoreCustomColumn,
  voidCustomColumn,
} from '#renderer/use-cases/custom-column-edit.ts'
import { createEnterprise, knownEnterprise } from '#renderer/use-cases/enterprise-create.ts'
import {
  editEnterprise,
  putEnterpriseElement,
  removeEnterpriseElement,
} from '#renderer/use-cases/enterprise-edit.ts'
import { restoreEnterprises, voidEnterprises } from '#renderer/use-cases/enterprise-void.ts'
import { addToList } from '#renderer/use-cases/participation-add.ts'
import { editParticipation, exitList, rejoinList } from '#renderer/use-cases/participation-edit.ts'
import { restoreEntries, voidEntries } from '#renderer/use-cases/participation-void.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { countingIds } from '#tests/support/imported-records.ts'

const CODE = '91430602MA4T002970'
const NEW = { name: ' 甲公司 ', code: ' 91430602ma4t002970', unit: '平江县' }

async function withFirm() {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T08:00:00Z'),
    author: () => '李某',
  })
  await createEnterprise(workspace, 'a', NEW)
  return workspace
}

describe('a firm', () => {
  it('is created tidy and found again by code, else by name', async () => {
    const workspace = await withFirm()
    expect(workspace.records.of('enterprise')).toEqual([
      { id: 'a', name: '甲公司', code: CODE, unit: '平江县' },
    ])
    expect(workspace.canUndo()?.title).toBe('新增企业 甲公司')
    expect(knownEnterprise(workspace, '别名', '91430602MA4T002970')).toEqual({
      id: 'a',
      name: '甲公司',
      by: 'code',
    })
    expect(knownEnterprise(workspace, '甲公司', '')).toEqual({ id: 'a', name: '甲公司', by: 'name' })
    expect(knownEnterprise(workspace, '乙公司', '')).toBeUndefined()
  })

  it('is changed field by field, with a title that says which', async () => {
    const workspace = await withFirm()
    await editEnterprise(workspace, 'a', { name: 'park', title: '所在园区（乡镇）' }, '伍市镇')
    expect([workspace.records.get('enterprise', 'a')?.park, workspace.canUndo()?.title]).toEqual([
      '伍市镇',
      '修改 甲公司 的所在园区（乡镇）',
    ])
    await workspace.undo()
    expect(workspace.records.get('enterprise', 'a')?.park).toBeUndefined()
  })

  it('gains and loses 现有资质 one by one', async () => {
    const workspace = await withFirm()
    await putEnterpriseElement(workspace, 'a', 'titles', { name: '高新技术企业', year: 2020 })
    await putEnterpriseElement(workspace, 'a', 'titles', { name: '科技型中小企业' })
    await removeEnterpriseElement(workspace, 'a', 'titles', '科技型中小企业')
    expect(workspace.records.get('enterprise', 'a')?.titles).toEqual({
      高新技术企业: { name: '高新技术企业', year: 2020 },
    })
    expect(workspace.canUndo()?.title).toBe('甲公司 的现有资质去掉“科技型中小企业”')
  })

  it('is voided with a reason and restored', async () => {
    const workspace = await withFirm()
    await voidEnterprises(workspace, [{ id: 'a', name: '甲公司' }], '重复录入')
    expect(workspace.records.of('enterprise')).toEqual([])
    expect(workspace.records.all('enterprise').map((record) => record.voided)).toEqual([
      { reason: '重复录入' },
    ])
    await restoreEnterprises(workspace, [{ id: 'a', name: '甲公司' }])
    expect(workspace.records.of('enterprise')).toHaveLength(1)
    expect(workspace.canUndo()?.title).toBe('恢复 甲公司')
  })
})

describe('the list of a year', () => {
  const entries = { year: 2021, type: '破零', state: '县级审定', listedOn: null } as const

  it('takes a firm once', async () => {
    const workspace = await withFirm()
    await createEnterprise(workspace, 'b', { ...NEW, name: '乙公司', code: '' })
    const newId = countingIds()
    await addToList(workspace, newId, { ...entries, enterprises: ['a'] })
    const done = await addToList(workspace, newId, { ...entries, enterprises: ['a', 'b'] })
    expect(done.ok && done.value.title).toBe('1 家企业加入2021年名单')
    expect(workspace.records.of('participation')).toEqual([
      { id: 'id-1', enterprise: 'a', year: 2021, type: '破零', state: '县级审定' },
      { id: 'id-2', enterprise: 'b', year: 2021, type: '破零', state: '县级审定' },
    ])
  })

  it('keeps a firm that left, with date and reason, until it joins again', async () => {
    const workspace = await withFirm()
    await addToList(workspace, countingIds(), { ...entries, enterprises: ['a'] })
    await editParticipation(workspace, 'id-1', { name: 'priorGrants', title: '列入前授权情况' }, '从未')
    await exitList(workspace, ['id-1'], '2021-06-30', '企业注销')
    expect(workspace.records.of('participation')).toEqual([
      {
        id: 'id-1',
        enterprise: 'a',
        year: 2021,
        type: '破零',
        state: '县级审定',
        priorGrants: '从未',
        exitedOn: '2021-06-30',
        exitReason: '企业注销',
      },
    ])
    expect(workspace.canUndo()?.title).toBe('甲公司 退出名单')
    await rejoinList(workspace, ['id-1'])
    expect(workspace.records.get('participation', 'id-1')?.exitedOn).toBeUndefined()
    await voidEntries(workspace, ['id-1'], 2021, '录入错误')
    expect(workspace.records.of('participation')).toEqual([])
    expect(workspace.records.of('enterprise')).toHaveLength(1)
    expect(voidedEntries(workspace.records, 2021)).toMatchObject([
      { id: 'id-1', firmName: '甲公司', firmCode: CODE, voidedFor: '录入错误', isListedAgain: false },
    ])
    expect(voidedEntries(workspace.records, 2022)).toEqual([])
    await restoreEntries(workspace, ['id-1'], 2021)
    expect(workspace.canUndo()?.title).toBe('恢复2021年名单中 1 家企业')
    expect(workspace.records.get('participation', 'id-1')).toMatchObject({ enterprise: 'a', type: '破零' })
    expect(voidedEntries(workspace.records, 2021)).toEqual([])
  })

  it('says of a voided entry that its firm was listed again since', async () => {
    const workspace = await withFirm()
    const newId = countingIds()
    await addToList(workspace, newId, { ...entries, enterprises: ['a'] })
    await voidEntries(workspace, ['id-1'], 2021, '录入错误')
    await addToList(workspace, newId, { ...entries, enterprises: ['a'] })
    expect(voidedEntries(workspace.records, 2021).map((entry) => entry.isListedAgain)).toEqual([true])
  })
})

describe('an own column', () => {
  it('is made, renamed and given up; the values of the firms stay', async () => {
    const workspace = await withFirm()
    await createCustomColumn(workspace, 'k', '内部编号', '文本')
    await editEnterprise(workspace, 'a', { name: 'custom.k', title: '内部编号' }, 'PJ001')
    await renameCustomColumn(workspace, 'k', '编号')
    expect(workspace.canUndo()?.title).toBe('自定义列“内部编号”改名为“编号”')
    await voidCustomColumn(workspace, 'k')
    expect(workspace.records.of('column')).toEqual([])
    await restoreCustomColumn(workspace, 'k', '编号')
    expect(workspace.canUndo()?.title).toBe('恢复自定义列“编号”')
    expect(workspace.records.of('column')).toEqual([{ id: 'k', title: '编号', kind: '文本' }])
    const [firm] = workspace.records.of('enterprise')
    expect(firm === undefined ? null : Reflect.get(firm, 'custom.k')).toBe('PJ001')
  })
})
