'use strict'
const { contextBridge, ipcRenderer } = require('electron')

const counters = { calls: 0, list: [1, 2, 3] }

contextBridge.exposeInMainWorld('fixture', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  note: (text) => ipcRenderer.send('note', text),
  onNoted: (listener) => {
    const forward = (_event, payload) => listener(payload)
    ipcRenderer.on('noted', forward)
    return () => ipcRenderer.off('noted', forward)
  },
  counters,
  readCounters: () => counters,
  fill: (record) => {
    record.filled = true
    return record
  },
  describe: (value) => `${Object.prototype.toString.call(value)} ${value.length}`,
  fail: () => {
    throw Object.assign(new Error('refused'), { code: 'E_SECRET' })
  },
  joined: (parts) => parts.map((part) => part.toUpperCase()).join('-'),
  ipc: ipcRenderer,
  world: { require: typeof require, versions: process.versions },
})
