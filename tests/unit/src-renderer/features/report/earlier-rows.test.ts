import { expect, test } from 'vitest'
import { earlierRows } from '#renderer/features/report/earlier-rows.ts'
import { FileToken } from '#shared/ipc/channel.ts'

const [first, second, stray] = ['1', '2', '3'].map((digit) => digit.repeat(64))
const kept = (identity = '', seq = 1) => ({
  token: FileToken.parse('t'.repeat(20)),
  identity,
  code: '',
  name: `YY-430626_2021Q3_000${seq}.pbz.json`,
  bytes: 10,
  period: '2021Q3' as const,
  seq,
  createdAt: '2021-10-09T01:00:00.000Z',
  signatures: 1,
})

test('every signed file is listed, newest first, with what became of it', () => {
  const submissions = [
    {
      id: 'a',
      period: '2021Q3',
      seq: 1,
      identity: first,
      fileName: 'YY-430626_2021Q3_0001.pbz.json',
      state: '已报送' as const,
      signedOn: '2021-10-08',
      method: 'U盘' as const,
      sentOn: '2021-10-09',
      receiver: '张某',
    },
    {
      id: 'b',
      period: '2021Q3',
      seq: 2,
      identity: second,
      fileName: 'YY-430626_2021Q3_0002.pbz.json',
      supersedes: first,
      state: '定稿' as const,
      signedOn: '2021-10-12',
    },
  ]
  expect(earlierRows(submissions, [kept(second, 2), kept(stray, 3)])).toEqual([
    {
      key: stray,
      period: '2021Q3',
      seq: 3,
      fileName: 'YY-430626_2021Q3_0003.pbz.json',
      tone: 'warn',
      state: '签过名，没有登记',
      signedOn: '2021-10-09',
      delivery: '—',
      replaces: '',
      identity: stray,
    },
    {
      key: 'b',
      period: '2021Q3',
      seq: 2,
      fileName: 'YY-430626_2021Q3_0002.pbz.json',
      tone: 'note',
      state: '定稿',
      signedOn: '2021-10-12',
      delivery: '—',
      replaces: 'YY-430626_2021Q3_0001.pbz.json',
      identity: second,
    },
    {
      key: 'a',
      period: '2021Q3',
      seq: 1,
      fileName: 'YY-430626_2021Q3_0001.pbz.json',
      tone: 'good',
      state: '已报送',
      signedOn: '2021-10-08',
      delivery: 'U盘 2021-10-09 张某',
      replaces: '',
      identity: null,
    },
  ])
})
