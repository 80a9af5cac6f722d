'use strict'
const crypto = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

const MARK = Buffer.from('v10')

/**
 * Encryption with a key file beside the data: the shape of safeStorage, not the protection of an OS keychain. It says so
 * by naming the `basic_text` backend.
 * @param {() => string} folder of the key file
 */
function createSafeStorage(folder) {
  const key = () => {
    const file = path.join(folder(), 'stand-in-key')
    try {
      return fs.readFileSync(file)
    } catch {
      fs.mkdirSync(folder(), { recursive: true })
      fs.writeFileSync(file, crypto.randomBytes(32), { mode: 0o600, flag: 'wx' })
      return fs.readFileSync(file)
    }
  }
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'basic_text',
    setUsePlainTextEncryption() {},
    encryptString(/** @type {string} */ plain) {
      const iv = crypto.randomBytes(12)
      const cipher = crypto.createCipheriv('aes-256-gcm', key(), iv)
      return Buffer.concat([MARK, iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    decryptString(/** @type {Buffer} */ encrypted) {
      if (!encrypted.subarray(0, 3).equals(MARK))
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
      const decipher = crypto.createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15))
      decipher.setAuthTag(encrypted.subarray(-16))
      return decipher.update(encrypted.subarray(15, -16), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

module.exports = { createSafeStorage }
