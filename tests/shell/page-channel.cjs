'use strict'
const { createValueCodec } = require('./world/value-codec.js')
const { createPieceJoiner, textPieces } = require('./world/text-pieces.js')
const { BINDING_NAME, WORLD_NAME } = require('./world-scripts.cjs')

const codec = createValueCodec()

/** Messages between the main process and the preload's world of the top document, in order, of any size. */
class PageChannel {
  /**
   * @param {import('./types.cjs').CdpSession} target
   * @param {string} frameId of the top frame
   * @param {(message: any[], reply: (...message: unknown[]) => void) => void} onMessage
   */
  constructor(target, frameId, onMessage) {
    this.target = target
    /** @type {number | null} */
    this.currentContext = null
    /** @type {Map<number, (piece: string) => string | null>} */
    this.joiners = new Map()
    target.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD_NAME || context.auxData.frameId !== frameId) return
      this.currentContext = context.id
      this.joiners.set(context.id, createPieceJoiner())
    })
    target.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#forget(executionContextId),
    )
    target.on('Runtime.executionContextsCleared', () => {
      for (const id of this.joiners.keys()) this.#forget(id)
    })
    target.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Only the preload's world of the top frame has a joiner: a call from anywhere else is dropped.
      const text = name === BINDING_NAME ? (this.joiners.get(executionContextId)?.(payload) ?? null) : null
      if (text !== null)
        onMessage(codec.decode(text), (...message) => this.#deliver(executionContextId, message))
    })
  }

  /** Drops the message when no document listens yet, as Electron does. @param {unknown[]} message */
  send(...message) {
    if (this.currentContext !== null) this.#deliver(this.currentContext, message)
  }

  /** @param {number} context @param {unknown[]} message */
  #deliver(context, message) {
    for (const piece of textPieces(codec.encode(message))) {
      this.target
        .send('Runtime.callFunctionOn', {
          functionDeclaration: 'function (piece) { globalThis.__standInReceive(piece) }',
          arguments: [{ value: piece }],
          executionContextId: context,
        })
        .catch(() => undefined) // the document is gone, and its listeners with it
    }
  }

  /** @param {number} context */
  #forget(context) {
    this.joiners.delete(context)
    if (this.currentContext === context) this.currentContext = null
  }
}

module.exports = { PageChannel }
