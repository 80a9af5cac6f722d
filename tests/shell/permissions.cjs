'use strict'

/** Electron's name of a permission, and the names Chromium's protocol knows it by. */
const PERMISSIONS = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'idle-detection': ['idle-detection'],
  'persistent-storage': ['persistent-storage'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
  'speaker-selection': ['speaker-selection'],
}

/**
 * Chromium cannot ask from outside at the moment a page wants something, so the program's handlers are asked for every
 * permission when a page of a new origin loads, and Chromium is told the answers. Without handlers Electron grants all.
 * @param {import('./types.cjs').Session} session
 * @param {import('./types.cjs').CdpSession} browser
 * @param {any} contents
 * @param {{ mainUrl: string, pageOrigin: string }} where
 */
async function applyPermissions(session, browser, contents, { mainUrl, pageOrigin }) {
  const details = { requestingUrl: mainUrl, isMainFrame: true }
  const settings = Object.entries(PERMISSIONS).map(async ([permission, names]) => {
    const checked = session.permissionCheckHandler?.(contents, permission, mainUrl, details) ?? true
    const granted = checked && (await requested(session, contents, permission, details))
    const setting = granted ? 'granted' : 'denied'
    const commands = names.map((name) =>
      browser
        .send('Browser.setPermission', { permission: { name }, setting, origin: pageOrigin })
        .catch(() => undefined),
    )
    await Promise.all(commands)
  })
  await Promise.all(settings)
}

/** @returns {Promise<boolean>} */
function requested(
  /** @type {import('./types.cjs').Session} */ session,
  /** @type {any} */ contents,
  /** @type {string} */ permission,
  /** @type {object} */ details,
) {
  const { permissionRequestHandler } = session
  if (!permissionRequestHandler) return Promise.resolve(true)
  return new Promise((resolve) => permissionRequestHandler(contents, permission, resolve, details))
}

module.exports = { applyPermissions }
