fetch('https://evil.example/from-worker').catch(() => postMessage('refused'))
