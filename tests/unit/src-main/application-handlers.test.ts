import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCloseHandshake } from '#main/app/close-handshake.ts'
import { ScreenLock } from '#main/app/screen-lock.ts'
import { loadSettings } from '#main/app/settings.ts'
import { createTasks } from '#main/app/tasks.ts'
import { applicationHandlers } from '#main/application-handlers.ts'
import { createBackups } from '#main/backups/open-backups.ts'
import { createExchange } from '#main/exchange/exchange-handlers.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { PrintJobs } from '#main/printing/print-jobs.ts'
import { contract } from '#shared/ipc/contract.ts'
import { err } from '#shared/result.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const unused = () => {
  throw new Error('not called while handlers are put together')
}

test('every channel of the contract has exactly one handler', async () => {
  const fs = new FaultyFileSystem('/user')
  const handlers = applicationHandlers({
    dropWorkingCopy: async () => undefined,
    freeBytes: async () => null,
    fs,
    tokens: new FileTokens(randomBytes),
    version: '1.0.0',
    settings: await loadSettings(fs, '/user'),
    screenLock: new ScreenLock({ fs, path: '/user/screen-lock.json', elapsed: () => 0, randomBytes }),
    sampleFolder: '/program/sample-county',
    tasks: createTasks(unused),
    closeHandshake: createCloseHandshake({ askPage: unused, closeNow: unused, after: unused }),
    showOpenDialog: unused,
    showSaveDialog: unused,
    revealInFolder: unused,
    backups: createBackups({
      fs,
      listNames: unused,
      tokens: new FileTokens(randomBytes),
      userData: '/user',
      dataFolder: () => '/user/data',
      openJournal: async () => err({ code: 'file.token-unknown' }),
      marker: unused,
      diskOf: unused,
      version: '1.0.0',
      send: unused,
      now: unused,
      newId: unused,
      randomBytes,
    }),
    exchange: createExchange({
      fs,
      names: unused,
      tokens: new FileTokens(randomBytes),
      stations: '/user/stations',
      hostName: 'PC-1',
      dataFolder: () => '/user/data',
      journal: () => null,
      forgetStation: unused,
      now: unused,
      newId: unused,
    }),
    purgePlaces: {
      fs,
      names: unused,
      stations: '/user/stations',
      dataFolder: () => '/user/data',
      journal: () => null,
      after: unused,
    },
    startReader: unused,
    printJobs: new PrintJobs(),
    withPrintWindow: unused,
    now: () => '2021-10-08T01:02:03.000Z',
    newId: randomUUID,
    randomBytes,
  })
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort())
})
