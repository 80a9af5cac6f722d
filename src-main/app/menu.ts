import { Menu } from 'electron'

/** Shown with Alt only: letter size and leaving. Copy and paste need no menu on Windows and Linux. */
export function installMenu(allowDevtools: boolean): void {
  const menu = Menu.buildFromTemplate([
    { label: '文件', submenu: [{ label: '退出', role: 'quit' }] },
    {
      label: '查看',
      submenu: [
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '实际大小', role: 'resetZoom' },
        { label: '全屏', role: 'togglefullscreen' },
        ...(allowDevtools ? [{ label: '开发者工具', role: 'toggleDevTools' as const }] : []),
      ],
    },
  ])
  Menu.setApplicationMenu(menu)
}
