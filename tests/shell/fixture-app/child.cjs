'use strict'
// Answers one message; stays alive until it is killed.
const v8 = require('node:v8')
process.parentPort.on('message', ({ data }) => {
  process.parentPort.postMessage({
    sum: data.reduce((sum, byte) => sum + byte, 0),
    kind: data.constructor.name,
    argument: process.argv[2],
    limited: v8.getHeapStatistics().heap_size_limit < 200 * 1024 * 1024,
    type: process.type,
  })
})
