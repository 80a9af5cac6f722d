'use strict'
// Sends its standard input to the socket named by the first argument; exit 0 when the first process confirmed.
const fs = require('node:fs')
const net = require('node:net')

let answer = ''
const socket = net.connect(`\0${process.argv[2]}`)
socket.on('error', () => process.exit(1))
socket.on('data', (part) => {
  answer += String(part)
})
socket.on('close', () => process.exit(answer === 'received' ? 0 : 1))
socket.end(fs.readFileSync(0))
