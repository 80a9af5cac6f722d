// What the page's own world gets: the receiving end of contextBridge, and a window.open that the main process decides.

function startPageWorld(secret) {
  const bridge = createContextBridge('page', secret)
  const { baseURI } = document
  const base = () => document.baseURI || baseURI
  const OwnURL = URL
  window.open = function open(url = '', frameName = '', features = '') {
    const absolute = `${url}` === '' ? 'about:blank' : new OwnURL(`${url}`, base()).href
    bridge.notify('window-open', { url: absolute, frameName: `${frameName}`, features: `${features}` })
    return null
  }
}

if (typeof module !== 'undefined') module.exports = { startPageWorld }
