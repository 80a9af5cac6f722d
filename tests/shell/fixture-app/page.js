document.querySelector('#place').textContent = isSecureContext ? '安全上下文' : '不安全'
